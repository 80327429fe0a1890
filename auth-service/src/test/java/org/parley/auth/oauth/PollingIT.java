package org.parley.auth.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Polling of devices. */
@AuthTest
class PollingIT extends OAuthScene {

	private static final String PENDING = "authorization_pending";

	private static final String SLOW_DOWN = "slow_down";

	@Autowired
	private Race race;

	@BeforeEach
	void stopTheClock() {
		this.clock.freeze();
	}

	@Test
	void earlyPollIsToldToSlowDown() {
		var device = device();
		assertThat(device.path("interval").asInt(5)).as("in seconds").isEqualTo(5);
		assertThat(poll(device).error()).isEqualTo(PENDING);
		var refused = poll(device);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.error()).isEqualTo(SLOW_DOWN);
		this.clock.move(Duration.ofSeconds(3));
		assertThat(poll(device).error()).isEqualTo(SLOW_DOWN);
		assertThat(poll(device()).error()).as("another device").isEqualTo(PENDING);
		this.clock.move(Duration.ofSeconds(2));
		assertThat(poll(device).error()).as("after five seconds").isEqualTo(PENDING);
		assertThat(poll(device).error()).isEqualTo(SLOW_DOWN);
	}

	@Test
	void answeredDeviceIsNotThrottled() {
		var device = device();
		assertThat(poll(device).error()).isEqualTo(PENDING);
		assertThat(poll(device).error()).isEqualTo(SLOW_DOWN);
		permit(verified(), device);
		assertThat(poll(device).status()).isEqualTo(200);
	}

	@Test
	void concurrentPollsHaveOneSlowedDown() {
		var device = device();
		Callable<String> asking = () -> poll(device).error();
		assertThat(this.race.run("update", "oauth_used_grants", List.of(asking, asking)))
			.containsExactlyInAnyOrder(PENDING, SLOW_DOWN);
	}

	@Test
	void unknownCodesAreNotThrottled() {
		for (int i = 0; i < 2; i++) {
			assertThat(poll("of nobody").error()).isEqualTo("invalid_grant");
		}
	}

	private JsonNode device() {
		return post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send().json();
	}

	private void permit(TestUser somebody, JsonNode device) {
		var user = device.path("user_code").asString();
		var asked = get("/oauth2/device_verification?user_code=" + user).by(somebody).send();
		var answer = form(somebody, asked, "/oauth2/device_verification", form(Map.of("client_id", "device", "state",
				asked.query("state"), "user_code", user, "scope", "threads:read")))
			.send();
		assertThat(answer.location()).isEqualTo(ISSUER + "/oauth2/device/done");
	}

	private Reply poll(JsonNode device) {
		return poll(device.path("device_code").asString());
	}

	private Reply poll(String code) {
		return post("/oauth2/token", "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", code,
				"client_id", "device")
			.send();
	}

}
