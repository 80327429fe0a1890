package org.parley.auth;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class StoryIT {

	@Autowired
	private Api api;

	@Test
	void userRegistersSignsInRefreshesAndSignsOut() {
		var registered = this.api.post("/api/v1/auth/register", """
				{"name": "Ännchen von Tharau", "email": "Anke@example.org", "password": "ein kühler Grunde"}""").send();
		assertThat(registered.status()).isEqualTo(201);
		assertThat(registered.header("Location")).isEqualTo("/api/v1/users/annchen-von-tharau");
		var data = registered.data();
		assertThat(data.propertyNames()).containsExactly("user", "accessToken", "refreshToken", "expiresIn");
		assertThat(data.path("user").propertyNames()).containsExactly("id", "username", "displayName", "roles",
				"emailVerified");
		assertThat(data.at("/user/displayName").asString()).isEqualTo("Ännchen von Tharau");
		assertThat(data.at("/user/roles").toString()).isEqualTo("[\"user\"]");
		assertThat(data.at("/user/emailVerified").asBoolean()).isFalse();
		assertThat(data.path("expiresIn").asInt()).isEqualTo(900);

		var signedIn = this.api.login("anke@EXAMPLE.org", "ein kühler Grunde");
		assertThat(this.api.get("/api/v1/users/me").as(signedIn).send().data().path("email").asString())
			.isEqualTo("Anke@example.org");

		var refreshed = TestUser.of(this.api.refresh(signedIn.refreshToken()).send());
		assertThat(refreshed.refreshToken()).isNotEqualTo(signedIn.refreshToken());
		assertThat(refreshed.id()).isEqualTo(signedIn.id());

		assertThat(this.api.post("/api/v1/auth/logout").as(refreshed).send().status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(refreshed).send().code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.refresh(refreshed.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

}
