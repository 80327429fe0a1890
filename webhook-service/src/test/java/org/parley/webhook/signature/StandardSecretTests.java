package org.parley.webhook.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StandardSecretTests {

	/** The test vector of the Standard Webhooks libraries. */
	@Test
	void signatureMatchesStandardWebhooksExample() {
		var secret = new StandardSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
		var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
		assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void newSecretsAreLongAndDistinct() {
		var secret = StandardSecret.random();
		assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=").isNotEqualTo(StandardSecret.random().text());
		assertThat(secret).hasToString("StandardSecret[***]");
	}

	@Test
	void shortSecretIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StandardSecret("whsec_c2hvcnQ="));
		assertThatIllegalArgumentException().isThrownBy(() -> new StandardSecret("whsec_no base64"));
	}

	/**
	 * The reference library verifies the same message and computes the same signature, as
	 * {@code standardwebhooks.test.ts} of the web client proves.
	 */
	@Test
	void signatureIsThatOfTheReferenceLibrary() throws IOException {
		try (var file = StandardSecretTests.class.getResourceAsStream("/standard-webhooks.json")) {
			var vector = JsonMapper.shared().readTree(Objects.requireNonNull(file));
			var body = vector.path("body").asString().getBytes(StandardCharsets.UTF_8);
			var secret = new StandardSecret(vector.path("secret").asString());
			assertThat(secret.sign(vector.path("id").asString(), vector.path("timestamp").asLong(), body))
				.isEqualTo(vector.path("signature").asString());
		}
	}

}
