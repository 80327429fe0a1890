package org.parley.auth;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.HouseRules;

class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> house() {
		return HouseRules.of("org.parley.auth");
	}

}
