package org.parley.auth;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class UsersIT {

	@Autowired
	private Api api;

	/** Asked by services that have not received the events of an account. */
	@Test
	void accountsAreFoundByTheirUsernames() {
		var alice = this.api.register();
		var bob = this.api.register();
		var found = accounts(alice.username().toUpperCase(Locale.ROOT), bob.username(), "nobody-of-this-name", "x", "");
		assertThat(found.data()).hasSize(2).allSatisfy((account) -> {
			assertThat(account.propertyNames()).containsExactly("user", "version");
			assertThat(account.path("user").propertyNames()).containsExactly("id", "username", "displayName", "status",
					"verified");
			assertThat(account.at("/user/status").asString()).isEqualTo("active");
		});
		assertThat(found.data().findValuesAsString("id")).containsExactlyInAnyOrder(alice.id(), bob.id());
		assertThat(accounts().data()).isEmpty();
		assertThat(this.api.post("/internal/accounts", "{}").send().status()).isEqualTo(400);
		assertThat(this.api.post("/internal/accounts", "{\"usernames\": [null]}").send().status()).isEqualTo(400);
		assertThat(accounts(Collections.nCopies(201, "alice").toArray(String[]::new)).status()).isEqualTo(400);
	}

	private TestResponse accounts(String... usernames) {
		return this.api
			.post("/internal/accounts", JsonMapper.shared().writeValueAsString(Map.of("usernames", usernames)))
			.send();
	}

	@Test
	void profileIsReadAndChanged() {
		var somebody = this.api.register();
		var before = this.api.get("/api/v1/users/me").as(somebody).send();
		assertThat(before.data().propertyNames()).containsExactly("id", "username", "displayName", "email",
				"emailVerified", "roles", "bio", "avatarUrl", "avatarMediaId", "locale", "timeZone", "createdAt");

		var changed = this.api.patch("/api/v1/users/me", """
				{"displayName": "Alice Liddell", "bio": "*Curiouser*\\nand `curiouser`",
				 "avatarUrl": "https://example.org/alice.png", "locale": "en-GB", "timeZone": "Europe/London"}""")
			.as(somebody)
			.header("If-Match", before.header("ETag"))
			.send();
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.data().path("bio").asString()).isEqualTo("*Curiouser*\nand `curiouser`");
		assertThat(changed.header("ETag")).isNotEqualTo(before.header("ETag"));
		var after = this.api.get("/api/v1/users/me").as(somebody).send();
		assertThat(after.data()).isEqualTo(changed.data());
		assertThat(after.header("ETag")).isEqualTo(changed.header("ETag"));
		for (var same : List.of("{}", "{\"displayName\": \"Alice Liddell\"}")) {
			var unchanged = this.api.patch("/api/v1/users/me", same).as(somebody).send();
			assertThat(unchanged.header("ETag")).as(same).isEqualTo(changed.header("ETag"));
		}
	}

	@Test
	void avatarOnForeignHostIsRefused() {
		var refused = this.api.patch("/api/v1/users/me", "{\"avatarUrl\": \"https://elsewhere.example/a.png\"}")
			.as(this.api.register())
			.send();
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.code()).isEqualTo("profile.avatar-host");
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("avatarUrl");
	}

	@Test
	@Asvs("8.2.3")
	void privatePropertyCannotBeChanged() {
		var somebody = this.api.register();
		for (var property : List.of("\"roles\": [\"admin\"]", "\"emailVerified\": true",
				"\"email\": \"other@example.net\"", "\"username\": \"other\"", "\"tokenVersion\": 0")) {
			assertThat(this.api.patch("/api/v1/users/me", "{%s}".formatted(property)).as(somebody).send().status())
				.as(property)
				.isEqualTo(400);
		}
	}

	@Test
	void entityTagSavesReadsAndGuardsChanges() {
		var somebody = this.api.register();
		var tag = this.api.get("/api/v1/users/me").as(somebody).send().header("ETag");
		assertThat(this.api.get("/api/v1/users/me").as(somebody).header("If-None-Match", tag).send().status())
			.isEqualTo(304);
		assertThat(this.api.patch("/api/v1/users/me", "{\"bio\": \"one\"}").as(somebody).send().status())
			.isEqualTo(200);
		var stale = this.api.patch("/api/v1/users/me", "{\"bio\": \"two\"}")
			.as(somebody)
			.header("If-Match", tag)
			.send();
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.code()).isEqualTo("request.precondition-failed");
	}

	@Test
	void publicProfileHidesMailAddress() {
		var somebody = this.api.register();
		var upper = somebody.username().toUpperCase(Locale.ROOT);
		var profile = this.api.get("/api/v1/users/" + upper).send();
		assertThat(profile.status()).isEqualTo(200);
		assertThat(profile.data().propertyNames()).containsExactly("id", "username", "displayName", "roles", "bio",
				"bioHtml", "avatarUrl", "createdAt");
		assertThat(profile.data().path("id").asString()).isEqualTo(somebody.id());
		assertThat(profile.body().toString()).doesNotContain("@example.com");
		assertThat(
				this.api.get("/api/v1/users/" + upper).header("If-None-Match", profile.header("ETag")).send().status())
			.isEqualTo(304);
	}

	@Test
	void bioIsShownAsMarkdown() {
		var somebody = this.api.register();
		this.api.patch("/api/v1/users/me", "{\"bio\": \"I *draw*.\\n<script>alert(1)</script>\"}").as(somebody).send();
		var profile = this.api.get("/api/v1/users/" + somebody.username()).send().data();
		assertThat(profile.path("bio").asString()).isEqualTo("I *draw*.\n<script>alert(1)</script>");
		assertThat(profile.path("bioHtml").asString()).contains("I <em>draw</em>.<br").doesNotContain("<script");
	}

	@Test
	void unknownUserIsNotFound() {
		for (var name : new String[] { "nobody-at-all", "x", "a%20b", "%24ne", "%00", "%F0%9F%A6%89" }) {
			var answer = this.api.get("/api/v1/users/" + name).send();
			assertThat(answer.status()).as(name).isIn(400, 404);
			assertThat(answer.code()).as(name).isIn("user.not-found", "request.malformed");
		}
		assertThat(this.api.get("/api/v1/users/nobody-at-all").send().code()).isEqualTo("user.not-found");
	}

	@Test
	void refreshedTokenHasNewDisplayName() {
		var somebody = this.api.register();
		this.api.patch("/api/v1/users/me", "{\"displayName\": \"The Hatter\"}").as(somebody).send();
		var refreshed = this.api.refresh(somebody.refreshToken()).send();
		assertThat(refreshed.data().at("/user/displayName").asString()).isEqualTo("The Hatter");
	}

}
