package org.parley.platform.test;

import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HouseRulesTests {

	private static final String COUNTEREXAMPLE = "org.parley.platform.test.counterexample";

	static Stream<ArchRule> rules() {
		return HouseRules.all(COUNTEREXAMPLE);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void ruleFailsForCounterExample(ArchRule rule) {
		var classes = new ClassFileImporter().importPackages(COUNTEREXAMPLE);
		assertThat(rule.evaluate(classes).hasViolation()).as(rule.getDescription()).isTrue();
	}

	@Test
	void cycleBetweenPackageAndItsSubpackageIsRefused() {
		var classes = new ClassFileImporter().importPackages(COUNTEREXAMPLE + ".nested");
		assertThat(HouseRules.packagesFormNoCycle(COUNTEREXAMPLE).evaluate(classes).hasViolation()).isTrue();
		assertThat(HouseRules.featuresFormNoCycle(COUNTEREXAMPLE).evaluate(classes).hasViolation()).isFalse();
	}

	@TestFactory
	Stream<DynamicTest> rulesHoldForThisModule() {
		return HouseRules.rules("org.parley.platform");
	}

}
