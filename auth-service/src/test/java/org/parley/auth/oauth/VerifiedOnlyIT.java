package org.parley.auth.oauth;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;

import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Unverified users at apps, where verification is required. */
@AuthTest
@Import(OAuthDoubles.class)
@TestPropertySource(properties = "parley.verification.required=true")
class VerifiedOnlyIT extends OAuthScene {

	@Test
	void unverifiedUserGrantsNothing() {
		var somebody = this.api.register();
		var refused = authorize(request("web")).by(somebody).send();
		assertThat(refused.location()).startsWith(OAuthDoubles.BACK);
		assertThat(refused.query("error")).isEqualTo("access_denied");
		change(somebody, Update.update("emailVerified", true));
		var tokens = given(somebody, "web");
		change(somebody, Update.update("emailVerified", false));
		assertThat(refresh("web", tokens.path("refresh_token").asString()).send().error()).as("another address")
			.isEqualTo("invalid_grant");
	}

	@Test
	void unverifiedUserApprovesNoDevice() {
		var device = post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send().json();
		var verification = "/oauth2/device_verification?"
				+ form(Map.of("user_code", device.path("user_code").asString()));
		assertThat(get(verification).by(this.api.register()).send().location())
			.isEqualTo(ISSUER + "/oauth2/device/failed");
		assertThat(get(verification).by(verified()).send().location()).startsWith(ISSUER + "/oauth2/consent?");
	}

}
