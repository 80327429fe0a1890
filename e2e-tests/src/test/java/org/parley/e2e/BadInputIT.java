package org.parley.e2e;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is wrong with a request to whatever endpoint: the right refusal, and never a
 * failure.
 */
@EndToEnd
class BadInputIT {

	private final RunningSystem system;

	BadInputIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	Stream<DynamicContainer> everyFaultOfEveryEndpointIsRefused() {
		var world = new World(this.system.gateway(), this.system.signedIn("admin"));
		return Endpoint.all()
			.stream()
			.map((endpoint) -> DynamicContainer.dynamicContainer(endpoint.toString(),
					Faults.ALL.stream().flatMap((faults) -> faults.of(endpoint, world)).map(this::test)));
	}

	private DynamicTest test(Attempt attempt) {
		return DynamicTest.dynamicTest(attempt.name(),
				() -> attempt.isRefused(this.system.gateway().guest().send(attempt.call())));
	}

	@Test
	void everyEndpointThatIsDocumentedIsTriedAndTheOtherWayRound() {
		var documented = this.system.document()
			.at("/paths")
			.propertyStream()
			.filter((path) -> path.getKey().startsWith("/api/v1"))
			.flatMap((path) -> path.getValue()
				.propertyNames()
				.stream()
				.map((method) -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(tried());
	}

	private static List<String> tried() {
		return Endpoint.all().stream().map(Endpoint::documented).toList();
	}

}
