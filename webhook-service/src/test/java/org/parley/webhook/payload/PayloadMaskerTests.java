package org.parley.webhook.payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadMaskerTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "token", "accessToken", "ACCESS_TOKEN", "x-api-key", "client_secret", "Password",
			"new-password", "passwd", "Authorization", "auth", "Set-Cookie", "session_id", "otp", "privateKey", "pin",
			"webhook-signature", "credentials" })
	void valuesWithSecretNamesAreMasked(String name) {
		var payload = JSON.createObjectNode();
		payload.putArray("list").addObject().putObject("deep").putObject(name).put("inside", "hidden");
		assertThat(PayloadMasker.mask(payload).toString()).doesNotContain("hidden").contains("***");
	}

	@ParameterizedTest
	@CsvSource({ "note, Bearer abc", "text, whsec_MfKQ9r8GKYqrTwjUPD8", "value, eyJhbGciOiJSUzI1NiJ9.e30.x" })
	void valuesLikeSecretsAreMasked(String name, String value) {
		var payload = JSON.createObjectNode().put(name, value);
		assertThat(PayloadMasker.mask(payload).toString()).isEqualTo("{\"" + name + "\":\"***\"}");
	}

	@Test
	void otherValuesAreUnchanged() {
		var text = "{\"type\":\"invoice.paid\",\"data\":{\"id\":7,\"key_points\":[\"a\",null,true],\"pinned\":false,\"author\":\"x\"}}";
		assertThat(PayloadMasker.mask(JSON.readTree(text))).hasToString(text);
	}

}
