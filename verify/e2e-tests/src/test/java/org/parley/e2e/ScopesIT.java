package org.parley.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.platform.test.endpoint.Endpoint;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

/**
 * The scope in the table is sufficient for an endpoint of each service;
 * {@link ScopeFaults} tests that no other is, and {@code EndpointsContract} tests all
 * endpoints. Requests use unknown ids or invalid bodies, so they change nothing.
 */
@EndToEnd
class ScopesIT {

	private static final String NOBODYS = "01JZZZZZZZZZZZZZZZZZZZZZZX";

	/** Endpoints that would take effect even so. */
	private static final List<String> HARMFUL = List.of("POST /admin/keys/rotate");

	private final RunningSystem system;

	private final TestUsers testUsers;

	ScopesIT(RunningSystem system) {
		this.system = system;
		this.testUsers = new TestUsers(system.gateway(), system.signedIn("admin"));
	}

	@TestFactory
	Stream<DynamicTest> scopeOfEndpointIsSufficient() {
		return Endpoint.all()
			.stream()
			.filter((endpoint) -> endpoint.requiresScope() && !endpoint.isFirstParty() && endpoint.isFirstOfItsScope()
					&& !HARMFUL.contains(endpoint.toString()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint + " with " + endpoint.scope(),
					() -> assertAdmitted(this.system.gateway().exchange(call(endpoint)))));
	}

	private GatewayRequest call(Endpoint endpoint) {
		var person = this.testUsers.scoped(endpoint, List.of(endpoint.scope()));
		return person.request(endpoint.method(), endpoint.pathOf(NOBODYS),
				endpoint.takesBody() ? Map.of("surprise", 1) : null);
	}

	private static void assertAdmitted(GatewayResponse gatewayResponse) {
		gatewayResponse.expect(gatewayResponse.status() != 401 && gatewayResponse.status() != 403
				&& gatewayResponse.status() != 429 && gatewayResponse.status() < 500, "to be let in");
	}

}
