package org.parley.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.platform.test.endpoint.Endpoint;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every kind of invalid request to each group of endpoints, and some to every
 * endpoint, and expects the right refusal, never a server error. Refused requests change
 * nothing, so several run at a time.
 */
@EndToEnd
class BadInputIT {

	/** The set-up is over, so it answers 409 to everything. */
	private static final String SETUP = "POST /api/v1/setup";

	private final RunningSystem system;

	BadInputIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	Stream<DynamicContainer> everyFaultOfEveryEndpointIsRefused() {
		var world = new TestData(this.system.gateway(), this.system.signedIn("admin"));
		return Endpoint.all()
			.stream()
			.filter((endpoint) -> !endpoint.documented().equals(SETUP))
			.map((endpoint) -> DynamicContainer.dynamicContainer(endpoint.toString(),
					Faults.ALL.stream().flatMap((faults) -> faults.of(endpoint, world)).map(this::test)));
	}

	private DynamicTest test(Attempt attempt) {
		return DynamicTest.dynamicTest(attempt.name(), () -> attempt.assertRefused(send(attempt.call())));
	}

	/** Repeats a request after a rate limit: one user owns all resources. */
	private GatewayResponse send(GatewayRequest request) {
		var answer = this.system.gateway().guest().send(request);
		while (answer.status() == 429) {
			Await.sleep(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After"))));
			answer = this.system.gateway().guest().send(request);
		}
		return answer;
	}

	@Test
	void tableContainsExactlyDocumentedEndpoints() {
		var documented = this.system.document()
			.at("/paths")
			.propertyStream()
			.filter((path) -> path.getKey().startsWith("/api/v1"))
			.flatMap((path) -> path.getValue()
				.propertyNames()
				.stream()
				.map((method) -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(endpointsOfTable());
	}

	private static List<String> endpointsOfTable() {
		return Endpoint.all().stream().map(Endpoint::documented).toList();
	}

}
