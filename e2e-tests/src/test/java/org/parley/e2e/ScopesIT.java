package org.parley.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;

/**
 * The scope that the table names is enough for its endpoint; that no other is,
 * {@link ScopeFaults} shows. What is asked for is not there or not well written, so that
 * nothing happens.
 */
@EndToEnd
class ScopesIT {

	private static final String NOBODYS = "01JZZZZZZZZZZZZZZZZZZZZZZX";

	/** What would happen all the same, to everybody. */
	private static final List<String> HARMFUL = List.of("POST /admin/keys/rotate");

	private final RunningSystem system;

	private final People people;

	ScopesIT(RunningSystem system) {
		this.system = system;
		this.people = new People(system.gateway(), system.signedIn("admin"));
	}

	@TestFactory
	Stream<DynamicTest> theScopeOfAnEndpointIsEnough() {
		return Endpoint.all()
			.stream()
			.filter((endpoint) -> endpoint.asksForScope() && !endpoint.isFirstParty()
					&& !HARMFUL.contains(endpoint.toString()))
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint + " with " + endpoint.scope(),
					() -> isLetIn(this.system.gateway().exchange(call(endpoint)))));
	}

	private GatewayRequest call(Endpoint endpoint) {
		var person = this.people.scoped(endpoint, List.of(endpoint.scope()));
		return person.request(endpoint.method(), endpoint.pathOf(NOBODYS),
				endpoint.takesBody() ? Map.of("surprise", 1) : null);
	}

	private static void isLetIn(GatewayResponse gatewayResponse) {
		gatewayResponse.expect(gatewayResponse.status() != 401 && gatewayResponse.status() != 403
				&& gatewayResponse.status() != 429 && gatewayResponse.status() < 500, "to be let in");
	}

}
