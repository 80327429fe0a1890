package org.parley.gateway;

import java.net.URI;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.HouseRules;

import org.springframework.http.server.reactive.ServerHttpRequest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureTests {

	private static final JavaClasses GATEWAY = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.parley.gateway");

	/**
	 * The classes that implement path decisions, or copy the raw path to the client, a
	 * service or a key.
	 */
	private static final String READERS = "PathSet|AddressFilter|GuestRequests|PageHits|GatewayProblemHandler|Instances|SocketSessionFilter";

	@TestFactory
	Stream<DynamicTest> houseRulesHold() {
		return HouseRules.of("org.parley.gateway");
	}

	@Test
	void pathDecisionsUsePathSet() {
		readNoPath(noClasses().that().haveNameNotMatching(".*\\.(?:" + READERS + ")")).check(GATEWAY);
	}

	@Test
	void directPathComparisonIsDetected() {
		ArchRule everywhere = readNoPath(noClasses().that().haveNameMatching(".*"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> everywhere.check(GATEWAY))
			.withMessageContaining("PathSet")
			.withMessageContaining("AddressFilter");
	}

	private static ArchRule readNoPath(GivenClassesConjunction classes) {
		return classes.should()
			.callMethod(URI.class, "getRawPath")
			.orShould()
			.callMethod(URI.class, "getPath")
			.orShould()
			.callMethod(ServerHttpRequest.class, "getPath");
	}

}
