package org.parley.auth.oauth;

import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;

import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Unverified users at apps, where verification is optional. */
@AuthTest
class UnverifiedIT extends OAuthScene {

	@Test
	void unverifiedUserSignsInAndAppIsTold() {
		var somebody = this.api.register();
		var tokens = given(somebody, "web", "scope", "openid email");
		var access = tokens.path("access_token").asString();
		assertThat(claims(tokens.path("id_token")).getSubject()).isEqualTo(somebody.id());
		var told = userInfo(access);
		assertThat(told.json().path("email").asString()).isEqualTo(somebody.username() + "@example.com");
		assertThat(told.json().path("email_verified").isBoolean()).isTrue();
		assertThat(told.json().path("email_verified").asBoolean()).isFalse();
		change(somebody, Update.update("emailVerified", true));
		assertThat(userInfo(access).json().path("email_verified").asBoolean()).as("as of now").isTrue();
	}

	private Reply userInfo(String access) {
		return get("/oauth2/userinfo").header("Authorization", "Bearer " + access).send();
	}

}
