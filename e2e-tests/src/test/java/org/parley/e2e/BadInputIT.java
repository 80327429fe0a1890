package org.parley.e2e;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.GatewayResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every kind of invalid request to every endpoint and expects the right refusal,
 * never a server error.
 */
@EndToEnd
class BadInputIT {

	/** Requests in flight, which keep two cores busy. */
	private static final int CLIENTS = 4;

	private final RunningSystem system;

	BadInputIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	Stream<DynamicContainer> everyFaultOfEveryEndpointIsRefused() {
		var world = new TestData(this.system.gateway(), this.system.signedIn("admin"));
		return Endpoint.all()
			.stream()
			.map((endpoint) -> DynamicContainer.dynamicContainer(endpoint.toString(), tests(endpoint, world)));
	}

	/**
	 * Sends all requests to an endpoint before the first assertion. They are concurrent,
	 * unless passwords are verified, which is refused when too many wait for it.
	 */
	private Stream<DynamicTest> tests(Endpoint endpoint, TestData world) {
		var concurrent = endpoint.takesPassword() ? 1 : CLIENTS;
		try (var clients = Executors.newFixedThreadPool(concurrent, Thread.ofVirtual().factory())) {
			return Faults.ALL.stream()
				.flatMap((faults) -> faults.of(endpoint, world))
				.map((attempt) -> test(attempt,
						clients.submit(() -> this.system.gateway().guest().send(attempt.call()))))
				.toList()
				.stream();
		}
	}

	private static DynamicTest test(Attempt attempt, Future<GatewayResponse> response) {
		return DynamicTest.dynamicTest(attempt.name(), () -> attempt.assertRefused(response.get()));
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
