package org.parley.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class AdminIT extends Scene {

	@Autowired
	private Forgery forgery;

	@Test
	@Asvs("8.3.2")
	void roleChangeInvalidatesAccessTokens() {
		var admin = this.api.admin();
		var somebody = this.api.register();
		var answer = changeRole(admin, somebody.id(), "moderator");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.data().path("roles").toString()).isEqualTo("[\"user\",\"moderator\"]");
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().code()).isEqualTo("auth.token-invalid");

		var refreshed = TestUser.of(this.api.refresh(somebody.refreshToken()).send());
		assertThat(this.api.get("/api/v1/users/me").as(refreshed).send().data().path("roles").toString())
			.isEqualTo("[\"user\",\"moderator\"]");
		var act = this.mongo.findOne(
				Query.query(Criteria.where("userId").is(somebody.id()).and("act").is("ROLE_CHANGED")), Document.class,
				"audit");
		assertThat(act).containsEntry("by", admin.id()).containsEntry("detail", "moderator");
	}

	@Test
	@Asvs("8.2.1")
	void nonAdministratorIsForbidden() {
		var moderator = this.api.login("mod", "the mod's password");
		for (var somebody : new TestUser[] { moderator, this.api.register() }) {
			assertThat(this.api.get("/api/v1/admin/users").as(somebody).send().code()).isEqualTo("auth.forbidden");
			assertThat(changeRole(somebody, somebody.id(), "admin").code()).isEqualTo("auth.forbidden");
		}
		assertThat(this.api.get("/api/v1/admin/users").send().code()).as("anonymous").isEqualTo("auth.required");
	}

	@Test
	@Asvs("10.3.2")
	void administratorTokenWithoutScopeIsForbidden() {
		var request = this.api.get("/api/v1/admin/users");
		assertThat(request.token(this.forgery.tokenFor("threads:read")).send().code()).isEqualTo("auth.scope-missing");
		assertThat(request.token(this.forgery.tokenFor("threads:read admin")).send().status()).isEqualTo(200);
	}

	/** The proof of the owner that it takes needs a session. */
	@Test
	void tokenOfProgramChangesNoAppOfTheOperator() {
		var token = this.forgery.tokenFor("admin");
		var apps = "/api/v1/admin/oauth-clients";
		assertThat(this.api.get(apps).token(token).send().status()).isEqualTo(200);
		for (var change : List.of("POST " + apps, "PATCH " + apps + "/x", "POST " + apps + "/x/secret")) {
			var parts = change.split(" ", 2);
			assertThat(this.api.request(parts[0], parts[1], "{}").token(token).send().code()).as(change)
				.isEqualTo("auth.scope-missing");
		}
		assertThat(this.api.delete(apps + "/x").token(token).send().status()).isEqualTo(404);
	}

	/** It has no name, no roles and no session. */
	@Test
	@Asvs("8.2.2")
	void clientCredentialsReadPublicDataOnly() {
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
	@Asvs("8.3.1")
	void claimsOfTheClientAreIgnored() {
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
	void demotionOfLastAdministratorIsRefused() {
		var admin = this.api.admin();
		var answer = changeRole(admin, admin.id(), "user");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.code()).isEqualTo("user.last-admin");
		assertThat(this.api.get("/api/v1/admin/users").as(admin).send().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "banned", "awaiting approval", "deactivated by a directory", "awaiting its owner",
			"without a credential" })
	void administratorWhoCannotSignInIsNoOther(String obstacle) {
		var admin = this.api.admin();
		var id = switch (obstacle) {
			case "awaiting approval" -> applicant(admin);
			case "awaiting its owner" -> created(admin);
			default -> this.api.register().id();
		};
		switch (obstacle) {
			case "banned" ->
				this.api.post("/api/v1/admin/users/" + id + "/ban", "{\"reason\": \"Rude.\"}").as(admin).send();
			case "deactivated by a directory" -> deactivate(admin, id);
			case "without a credential" -> this.mongo.updateFirst(Query.query(Criteria.where("_id").is(id)),
					new Update().unset("passwordHash"), "users");
			default -> assertThat(obstacle).startsWith("awaiting");
		}
		assertThat(changeRole(admin, id, "admin").status()).isEqualTo(200);
		assertThat(changeRole(admin, admin.id(), "user").code()).isEqualTo("user.last-admin");
		assertThat(changeRole(admin, id, "user").status()).as("the other one is not the last").isEqualTo(200);
	}

	/** The id of a new account whose owner has not come yet. */
	private String created(TestUser admin) {
		var name = "made" + Ids.next().substring(20).toLowerCase(Locale.ROOT);
		var made = this.api
			.post("/api/v1/admin/users", "{\"name\": \"%1$s\", \"email\": \"%1$s@example.com\"}".formatted(name))
			.as(admin)
			.send();
		assertThat(made.status()).as(made.toString()).isEqualTo(201);
		return made.data().path("id").asString();
	}

	/** The id of a new account that awaits approval. */
	private String applicant(TestUser admin) {
		var name = "applicant" + Ids.next().substring(20).toLowerCase(Locale.ROOT);
		permit(admin, "approval");
		this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "%1$s", "username": "%1$s", "email": "%1$s@example.com", "password": "%2$s"}"""
						.formatted(name, Api.PASSWORD))
			.send();
		permit(admin, "open");
		return this.api.get("/api/v1/admin/users?status=pending&q=" + name)
			.as(admin)
			.send()
			.data()
			.at("/0/id")
			.asString();
	}

	@Test
	void changeOfRulesThatAnotherAdministratorHasChangedIsRefused() {
		var admin = this.api.admin();
		var seen = this.api.get("/api/v1/admin/registration").as(admin).send().header("ETag");
		permit(admin, "approval");
		var own = this.api.put("/api/v1/admin/registration", "{\"mode\": \"open\"}").as(admin);
		assertThat(own.header("If-Match", seen).send().code()).isEqualTo("request.precondition-failed");
		var latest = this.api.get("/api/v1/admin/registration").as(admin).send();
		assertThat(latest.data().path("mode").asString()).isEqualTo("approval");
		assertThat(own.header("If-Match", latest.header("ETag")).send().status()).isEqualTo(200);
	}

	private void permit(TestUser admin, String mode) {
		this.api.put("/api/v1/admin/registration", "{\"mode\": \"%s\"}".formatted(mode)).as(admin).send();
	}

	private void deactivate(TestUser admin, String id) {
		var token = this.api
			.post("/api/v1/admin/directory-tokens",
					"{\"description\": \"A directory\", \"password\": \"the admin's password\"}")
			.as(admin)
			.send()
			.data();
		this.api.request("PATCH", "/scim/v2/Users/" + id, """
				{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
				"Operations": [{"op": "replace", "path": "active", "value": false}]}""")
			.header("Authorization", "Bearer " + token.path("token").asString())
			.send();
		this.api.delete("/api/v1/admin/directory-tokens/" + token.path("id").asString()).as(admin).send();
	}

	@Test
	void concurrentDemotionsLeaveOneAdministrator() throws Exception {
		var admin = this.api.admin();
		var other = this.api.register();
		changeRole(admin, other.id(), "admin");
		var second = TestUser.of(this.api.refresh(other.refreshToken()).send());
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<TestResponse>> calls = List.of(() -> changeRole(admin, second.id(), "user"),
					() -> changeRole(second, admin.id(), "user"));
			var statuses = both.invokeAll(calls).stream().map(Future::resultNow).map(TestResponse::status).toList();
			assertThat(statuses).containsOnlyOnce(200);
		}
		assertThat(this.mongo.count(Query.query(Criteria.where("role").is("ADMIN")), "users")).isOne();
		this.mongo.updateFirst(Query.query(Criteria.where("usernameKey").is("admin")),
				new Update().set("role", "ADMIN"), "users");
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(other.id())), new Update().set("role", "USER"),
				"users");
	}

	@Test
	void roleChangeOfUnknownUserIsNotFound() {
		assertThat(changeRole(this.api.admin(), "01KAG2V7Q8X4M6T0N3R5W9YZAB", "user").code())
			.isEqualTo("user.not-found");
	}

	@Test
	@Asvs("7.4.5")
	void administratorSignsUserOutEverywhere() {
		var admin = this.api.admin();
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		var personal = this.api
			.post("/api/v1/auth/tokens",
					"""
							{"name": "backup", "scopes": ["profile"], "expiresAt": "%s", "password": "%s"}"""
						.formatted(this.clock.instant().plusSeconds(3600), Api.PASSWORD))
			.as(here)
			.send()
			.data()
			.path("token")
			.asString();
		assertThat(act(admin, here.id(), "logout").status()).isEqualTo(204);
		for (var session : List.of(here, there)) {
			assertThat(this.api.get("/api/v1/users/me").as(session).send().code()).isEqualTo("auth.token-invalid");
			assertThat(this.api.refresh(session.refreshToken()).send().status()).isEqualTo(401);
		}
		assertThat(this.api.post("/internal/personal-tokens/exchange", "{\"token\": \"%s\"}".formatted(personal))
			.send()
			.status()).isEqualTo(401);
		var ended = this.postbox.about(here.id(), "session.revoked");
		assertThat(ended.at("/data/reason").asString()).isEqualTo("logout-everywhere");
		assertThat(ended.at("/data/tokenVersion").asInt()).isEqualTo(1);
		var again = this.api.login(here.username(), Api.PASSWORD);
		var own = this.api.get("/api/v1/users/me/audit?act=signed-out-everywhere").as(again).send().data();
		assertThat(own).hasSize(1);
		assertThat(own.at("/0/byOthers").asBoolean()).isTrue();
	}

	@Test
	void administratorVerifiesMailAddress() {
		var admin = this.api.admin();
		var somebody = this.api.register();
		for (int i = 0; i < 2; i++) {
			var answer = act(admin, somebody.id(), "verify");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.data().path("emailVerified").asBoolean()).isTrue();
		}
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().data().path("emailVerified").asBoolean())
			.isTrue();
		assertThat(this.postbox.about(somebody.id(), "user.verified").at("/data/user/verified").asBoolean()).isTrue();
		assertThat(acts(somebody)).containsOnlyOnce("EMAIL_VERIFIED");
		assertThat(this.api.post("/api/v1/auth/resend-verification").as(somebody).send().code())
			.isEqualTo("user.already-verified");
		for (var step : List.of("logout", "verify")) {
			assertThat(act(admin, "01KAG2V7Q8X4M6T0N3R5W9YZAB", step).code()).isEqualTo("user.not-found");
		}
	}

	@Test
	@Asvs("6.4.6")
	void administratorsSetNoPasswords() {
		var somebody = this.api.register();
		for (var path : List.of("", "/password", "/reset-password")) {
			for (var method : List.of("PUT", "POST", "PATCH")) {
				var answer = this.api
					.request(method, "/api/v1/admin/users/" + somebody.id() + path,
							"{\"password\": \"off with their heads\"}")
					.as(this.api.admin())
					.send();
				assertThat(answer.status()).isBetween(400, 405);
			}
		}
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void accountsAreFoundByTheirIds() {
		var admin = this.api.admin();
		var first = this.api.register();
		var second = this.api.register();
		var path = "/api/v1/admin/users?ids=%s,%s,%s".formatted(second.id(), Ids.next(), first.id());
		assertThat(walk(admin, path + "&limit=1")).containsExactly(first.username(), second.username());
		assertThat(walk(admin, path + "&q=" + second.username())).containsExactly(second.username());
	}

	@Test
	void accountsAreListedAndFoundByPrefix() {
		var admin = this.api.admin();
		for (var name : List.of("Walk-c", "walk-A", "walk-b", "walk-e", "walk-d")) {
			this.api
				.post("/api/v1/auth/register",
						"""
								{"name": "%1$s", "username": "%1$s", "email": "%1$s@walk.example.com", "password": "%2$s"}"""
							.formatted(name, Api.PASSWORD))
				.send();
		}
		assertThat(walk(admin, "/api/v1/admin/users?q=WALK-&limit=2")).containsExactly("walk-A", "walk-b", "Walk-c",
				"walk-d", "walk-e");
		assertThat(walk(admin, "/api/v1/admin/users?q=walk-B@&limit=2")).containsExactly("walk-b");
		assertThat(walk(admin, "/api/v1/admin/users?q=walk-B%20&limit=2")).containsExactly("walk-b");
		assertThat(walk(admin, "/api/v1/admin/users?q=Walk%20B%C3%BC&limit=2")).isEmpty();
		assertThat(walk(admin, "/api/v1/admin/users?role=admin&limit=2")).containsExactly("admin");
		assertThat(walk(admin, "/api/v1/admin/users?role=moderator&q=walk-")).isEmpty();

		var second = page(admin, "/api/v1/admin/users?q=walk-&limit=2",
				page(admin, "/api/v1/admin/users?q=walk-&limit=2", "").at("/meta/pagination/next").asString());
		var back = page(admin, "/api/v1/admin/users?q=walk-&limit=2", second.at("/meta/pagination/prev").asString());
		assertThat(back.at("/data/0/username").asString()).isEqualTo("walk-A");
		assertThat(back.at("/data/0").propertyNames()).containsExactly("id", "username", "displayName", "email",
				"emailVerified", "roles", "groups", "status", "ban", "createdAt", "lastSeenAt", "erasureAt");
	}

	private List<String> walk(TestUser admin, String path) {
		var names = new ArrayList<String>();
		var cursor = "";
		do {
			var page = page(admin, path, cursor);
			page.path("data").forEach((user) -> names.add(user.path("username").asString()));
			cursor = page.at("/meta/pagination/next").asString("");
		}
		while (!cursor.isEmpty());
		return names;
	}

	private JsonNode page(TestUser admin, String path, String cursor) {
		return this.api.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).as(admin).send().body();
	}

	private TestResponse act(TestUser by, String id, String step) {
		return this.api.post("/api/v1/admin/users/" + id + "/" + step).as(by).send();
	}

	private TestResponse changeRole(TestUser by, String id, String role) {
		return this.api.put("/api/v1/admin/users/" + id + "/role", "{\"role\": \"" + role + "\"}").as(by).send();
	}

}
