package org.parley.platform.security.revocation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationTests {

	@Test
	void sessionRevocationNamesSession() {
		var revoked = read("{\"userId\": \"alice\", \"sessionId\": \"here\", \"reason\": \"logout\"}");
		assertThat(revoked).isEqualTo(new Revocation("here", null, null));
	}

	@Test
	void revocationOfAllSessionsNamesPersonAndVersion() {
		var revoked = read("{\"userId\": \"alice\", \"tokenVersion\": 4, \"reason\": \"logout-everywhere\"}");
		assertThat(revoked).isEqualTo(new Revocation(null, "alice", 4L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "user.banned", "user.role-changed" })
	void accountEventsNamePersonAndVersion(String type) {
		var data = JsonMapper.shared().readTree(EventContract.example(type)).path("data");
		assertThat(Revocation.of(data))
			.isEqualTo(new Revocation(null, data.at("/user/id").asString(), data.path("tokenVersion").asLong()));
	}

	private static Revocation read(String data) {
		return Revocation.of(JsonMapper.shared().readTree(data));
	}

}
