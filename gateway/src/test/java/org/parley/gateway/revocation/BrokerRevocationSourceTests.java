package org.parley.gateway.revocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerRevocationSourceTests {

	@Test
	void sessionRevocationNamesSession() {
		var revoked = read("{\"userId\": \"alice\", \"sessionId\": \"here\", \"reason\": \"logout\"}");
		assertThat(revoked).isEqualTo(new GatewayRevocation("here", null, null));
	}

	@Test
	void revocationOfAllSessionsNamesPersonAndVersion() {
		var revoked = read("{\"userId\": \"alice\", \"tokenVersion\": 4, \"reason\": \"logout-everywhere\"}");
		assertThat(revoked).isEqualTo(new GatewayRevocation(null, "alice", 4));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user.banned", "user.role-changed" })
	void accountEventsNamePersonAndVersion(String type) {
		var data = JsonMapper.shared().readTree(EventContract.example(type)).path("data");
		assertThat(BrokerRevocationSource.revocation(data))
			.isEqualTo(new GatewayRevocation(null, data.at("/user/id").asString(), data.path("tokenVersion").asInt()));
	}

	private static GatewayRevocation read(String data) {
		return BrokerRevocationSource.revocation(JsonMapper.shared().readTree(data));
	}

}
