package org.parley.config;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.HouseRules;

class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> houseRulesHold() {
		return HouseRules.of("org.parley.config");
	}

}
