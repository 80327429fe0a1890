package org.parley.platform.readmodels;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.HouseRules;

class ArchitectureTests {

	@TestFactory
	Stream<DynamicTest> followsHouseRules() {
		return HouseRules.of("org.parley.platform.readmodels");
	}

	@TestFactory
	Stream<DynamicTest> modulesFollowTheirOrder() {
		return HouseRules.ofModules();
	}

}
