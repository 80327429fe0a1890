package org.parley.auth;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * OWASP ASVS 5.0.0, chapter V8, against the running service. The reasons for omitted
 * items are in docs/asvs.md.
 */
@AuthTest
class AsvsAuthorizationIT extends Scene {

	@Autowired
	private Forgery forgery;

	@Test
	void v8_2_1_administrationRequiresAdministrator() {
		var somebody = this.api.register();
		var moderator = this.api.login("mod", "the mod's password");
		var path = "/api/v1/admin/users/" + somebody.id();
		for (var request : List.of(this.api.get("/api/v1/admin/users"), this.api.get("/api/v1/admin/audit"),
				this.api.put(path + "/role", "{\"role\": \"admin\"}"),
				this.api.post(path + "/ban", "{\"reason\": \"Rude.\"}"), this.api.post(path + "/unban"))) {
			assertThat(request.send().status()).as("anonymous").isEqualTo(401);
			assertThat(request.as(somebody).send().code()).as("user").isEqualTo("auth.forbidden");
			assertThat(request.as(moderator).send().code()).as("moderator").isEqualTo("auth.forbidden");
		}
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().data().path("roles").toString())
			.isEqualTo("[\"user\"]");
	}

	@Test
	void v8_2_2_resourcesOfOtherUsersAreInaccessible() {
		var owner = this.api.register();
		var other = this.api.register();
		var session = this.api.get("/api/v1/auth/sessions").as(owner).send().data().at("/0/id").asString();
		var token = personalToken(owner).path("id").asString();
		assertThat(this.api.delete("/api/v1/auth/sessions/" + session).as(other).send().code())
			.isEqualTo("session.not-found");
		assertThat(this.api.delete("/api/v1/auth/tokens/" + token).as(other).send().code())
			.isEqualTo("token.not-found");
		assertThat(this.api.get("/api/v1/auth/sessions").as(other).send().body().toString()).doesNotContain(session);
		assertThat(this.api.get("/api/v1/users/me/audit").as(other).send().body().toString())
			.doesNotContain(owner.id());
		assertThat(this.api.get("/api/v1/users/me").as(owner).send().status()).as("nothing ended").isEqualTo(200);
	}

	/** It has no name, no roles and no session. */
	@Test
	void v8_2_2_clientCredentialsReadPublicDataOnly() {
		var somebody = this.api.register();
		var program = this.forgery.with((claims) -> claims.subject("a-program")
			.claim("scope", "openid profile threads:read admin")
			.claim("roles", null)
			.claim("preferred_username", null)
			.claim("sid", null)
			.claim("ver", null));
		assertThat(this.api.get("/api/v1/users/" + somebody.username()).token(program).send().status()).isEqualTo(200);
		for (var path : List.of("/api/v1/users/me", "/api/v1/admin/users", "/api/v1/admin/auth-service/jobs")) {
			assertThat(this.api.get(path).token(program).send().code()).as(path).isEqualTo("auth.forbidden");
		}
		assertThat(this.api.get("/api/v1/auth/sessions").token(program).send().code()).isEqualTo("auth.scope-missing");
	}

	@Test
	void v8_2_3_privatePropertiesAreInaccessible() {
		var somebody = this.api.register();
		for (var property : List.of("\"roles\": [\"admin\"]", "\"role\": \"admin\"", "\"emailVerified\": true",
				"\"email\": \"other@example.net\"", "\"username\": \"other\"", "\"tokenVersion\": 0")) {
			assertThat(this.api.patch("/api/v1/users/me", "{%s}".formatted(property)).as(somebody).send().status())
				.as(property)
				.isEqualTo(400);
		}
		var seen = this.api.get("/api/v1/users/" + somebody.username()).as(this.api.register()).send();
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.body().toString()).doesNotContain("@example.com", "email", "passwordHash", "tokenVersion");
	}

	@Test
	void v8_2_4_deviceAndAddressOfSignInMatter() {
		var somebody = this.api.register();
		this.clock.freeze();
		for (int i = 0; i < 6; i++) {
			this.api.loginRequest(somebody.username(), "not my password").from("198.51.100.120").send();
		}
		assertThat(login(somebody, "198.51.100.120").code()).isEqualTo("auth.slow-down");
		assertThat(login(somebody, "198.51.100.121").status()).isEqualTo(200);
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("new-device");
		var stolen = this.api.refresh(somebody.refreshToken()).send();
		assertThat(stolen.status()).isEqualTo(200);
		assertThat(this.api.refresh(somebody.refreshToken()).from("198.51.100.122").send().code())
			.as("within a session, too")
			.isEqualTo("auth.refresh-reused");
	}

	@Test
	void v8_3_1_claimsOfTheClientAreIgnored() {
		var somebody = this.api.register();
		var parts = somebody.accessToken().split("\\.", -1);
		var admins = this.forgery.admin().accessToken().split("\\.", -1);
		var mixed = parts[0] + "." + admins[1] + "." + parts[2];
		assertThat(this.api.get("/api/v1/admin/users").token(mixed).send().status()).isEqualTo(401);
		for (var header : List.of("X-User-Id", "X-Roles", "X-Forwarded-User", "X-Original-URL")) {
			assertThat(this.api.get("/api/v1/admin/users").as(somebody).header(header, "admin").send().status())
				.isEqualTo(403);
		}
	}

	@Test
	void v8_3_2_roleChangeAndBanTakeEffectAtOnce() {
		var somebody = this.api.register();
		var admin = this.forgery.admin();
		role(admin, somebody, "admin");
		var promoted = TestUser.of(this.api.refresh(somebody.refreshToken()).send());
		assertThat(this.api.get("/api/v1/admin/users").as(promoted).send().status()).isEqualTo(200);
		role(admin, somebody, "user");
		assertThat(this.api.get("/api/v1/admin/users").as(promoted).send().status()).isEqualTo(401);
		var demoted = TestUser.of(this.api.refresh(promoted.refreshToken()).send());
		assertThat(this.api.get("/api/v1/admin/users").as(demoted).send().status()).isEqualTo(403);
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", "{\"reason\": \"Rude.\"}").as(admin).send();
		assertThat(this.api.get("/api/v1/users/me").as(demoted).send().status()).isEqualTo(401);
	}

	@Test
	void v8_3_3_actingForAUserHasTheirRights() {
		var somebody = this.api.register();
		var secret = personalToken(somebody).path("token").asString();
		var token = this.api.post("/internal/personal-tokens/exchange", "{\"token\": \"%s\"}".formatted(secret))
			.send()
			.body()
			.path("accessToken")
			.asString();
		assertThat(this.api.get("/api/v1/users/me").token(token).send().data().path("id").asString())
			.isEqualTo(somebody.id());
		assertThat(this.api.get("/api/v1/admin/users").token(token).send().status()).isEqualTo(403);
	}

	private JsonNode personalToken(TestUser owner) {
		return this.api
			.post("/api/v1/auth/tokens",
					"{\"name\": \"backup\", \"scopes\": [\"profile\"], \"expiresAt\": \"%s\", \"password\": \"%s\"}"
						.formatted(this.clock.instant().plus(Duration.ofDays(1)), Api.PASSWORD))
			.as(owner)
			.send()
			.data();
	}

	private TestResponse login(TestUser somebody, String address) {
		return this.api.loginRequest(somebody.username(), Api.PASSWORD).from(address).send();
	}

	private void role(TestUser admin, TestUser somebody, String role) {
		assertThat(this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"%s\"}".formatted(role))
			.as(admin)
			.send()
			.status()).isEqualTo(200);
	}

}
