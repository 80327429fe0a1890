package org.parley.auth.account.managed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators create, read, rename, verify and delete accounts, one or by CSV. */
@AuthTest
class ManagedAccountsIT extends Scene {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PATH = "/api/v1/admin/users";

	@LocalServerPort
	private int port;

	@Test
	void ownerOfCreatedAccountChoosesPassword() {
		var admin = this.api.admin();
		var name = unique();
		var created = create(admin, name);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		var id = created.data().path("id").asString();
		assertThat(created.header("Location")).isEqualTo(PATH + "/" + id);
		var mail = this.postbox.about(id, "password-reset.requested");
		assertThat(this.postbox.open(mail, "/data/address")).isEqualTo(name + "@example.com");
		assertThat(mail.at("/data/accountCreated").asBoolean()).isTrue();
		this.clock.move(Duration.ofDays(29));
		assertThat(this.api
			.post("/api/v1/auth/reset-password",
					"{\"token\": \"%s\", \"password\": \"%s\"}".formatted(this.postbox.open(mail, "/data/token"),
							Api.PASSWORD))
			.send()
			.status()).isEqualTo(204);
		assertThat(this.api.login(name, Api.PASSWORD).id()).isEqualTo(id);
		var shown = this.api.get(PATH + "/" + id).as(this.api.admin()).send().data();
		assertThat(shown.path("emailVerified").asBoolean()).isTrue();
		assertThat(acts(new TestUser(id, name, ""))).startsWith("ACCOUNT_CREATED");
	}

	@Test
	void renameThatChangesNothingIsNotRecorded() {
		var somebody = this.api.register();
		var refused = rename(this.api.admin(), somebody, "{}");
		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("username");
		assertThat(rename(this.api.admin(), somebody, "{\"username\": \"%s\"}".formatted(somebody.username())).status())
			.isEqualTo(200);
		assertThat(acts(somebody)).doesNotContain("RENAMED");
	}

	@Test
	void renamedUserSignsInWithTheNewName() {
		var admin = this.api.admin();
		var somebody = this.api.register();
		var name = unique();
		var renamed = rename(admin, somebody, "{\"username\": \"%s\", \"displayName\": \"New Name\"}".formatted(name));
		assertThat(renamed.data().path("username").asString()).as(renamed.toString()).isEqualTo(name);
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code())
			.isEqualTo("auth.bad-credentials");
		assertThat(this.api.login(name, Api.PASSWORD).id()).isEqualTo(somebody.id());
		var event = this.postbox.about(somebody.id(), "user.profile-changed").at("/data/user");
		assertThat(event.path("username").asString()).isEqualTo(name);
		assertThat(event.path("displayName").asString()).isEqualTo("New Name");
		assertThat(this.postbox.all(somebody.id(), "user.profile-changed")).hasSize(1);
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("renamed");
		assertThat(this.postbox.about(somebody.id(), "session.revoked").at("/data/reason").asString())
			.isEqualTo("logout-everywhere");
		assertThat(rename(admin, this.api.register(), "{\"username\": \"%s\"}".formatted(somebody.username())).code())
			.as("the former name is reserved")
			.isEqualTo("user.username-taken");
		assertThat(rename(admin, somebody, "{\"username\": \"%s\"}".formatted(name.toUpperCase(Locale.ROOT))).status())
			.as("other case")
			.isEqualTo(200);
		assertThat(rename(admin, somebody, "{\"username\": \"%s\"}".formatted(somebody.username())).status())
			.as("the own former name")
			.isEqualTo(200);
	}

	@Test
	void displayNameChangesWithoutSigningOut() {
		var somebody = this.api.register();
		assertThat(rename(this.api.admin(), somebody, "{\"displayName\": \" Dinah \"}").status()).isEqualTo(200);
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().data().path("displayName").asString())
			.isEqualTo("Dinah");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"username": "adm1n"}         | username
			{"displayName": "Admin"}      | displayName
			""")
	void invalidNameIsRefused(String body, String field) {
		var refused = rename(this.api.admin(), this.api.register(), body);
		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
	}

	@Test
	void takenNameIsRefused() {
		var taken = this.api.register();
		assertThat(rename(this.api.admin(), this.api.register(),
				"{\"username\": \"%s\"}".formatted(taken.username().toUpperCase(Locale.ROOT)))
			.code()).isEqualTo("user.username-taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PATCH", "DELETE" })
	void staleConditionIsRefused(String method) {
		var admin = this.api.admin();
		var somebody = this.api.register();
		var path = PATH + "/" + somebody.id();
		var seen = this.api.get(path).as(admin).send().header("ETag");
		rename(admin, somebody, "{\"displayName\": \"Dinah\"}");
		var body = method.equals("PATCH") ? "{\"displayName\": \"Kitty\"}" : null;
		assertThat(this.api.request(method, path, body).as(admin).header("If-Match", seen).send().code())
			.isEqualTo("request.precondition-failed");
		var latest = this.api.get(path).as(admin).send();
		assertThat(latest.data().path("displayName").asString()).isEqualTo("Dinah");
		assertThat(this.api.request(method, path, body)
			.as(admin)
			.header("If-Match", latest.header("ETag"))
			.send()
			.status()).isBetween(200, 204);
	}

	@Test
	void deletedAccountCanBeRestoredByItsOwner() {
		var somebody = this.api.register();
		for (int i = 0; i < 2; i++) {
			assertThat(this.api.delete(PATH + "/" + somebody.id()).as(this.api.admin()).send().status()).isEqualTo(204);
		}
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code())
			.isEqualTo("account.deleting");
		assertThat(acts(somebody)).containsOnlyOnce("ACCOUNT_CLOSED");
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("account-closed");
		assertThat(this.api
			.post("/api/v1/auth/restore-account",
					"{\"login\": \"%s\", \"password\": \"%s\"}".formatted(somebody.username(), Api.PASSWORD))
			.send()
			.status()).isEqualTo(204);
	}

	@Test
	void deletedAccountCanBeRestoredByAdministrator() {
		var somebody = this.api.register();
		var path = PATH + "/" + somebody.id();
		this.api.delete(path).as(this.api.admin()).send();
		var closed = this.api.get(path).as(this.api.admin()).send().data();
		assertThat(closed.path("status").asString()).isEqualTo("closed");
		assertThat(closed.path("erasureAt").isNull()).isFalse();
		assertThat(this.api.post(path + "/restore").as(this.api.register()).send().code()).isEqualTo("auth.forbidden");
		var restored = this.api.post(path + "/restore").as(this.api.admin()).send().data();
		assertThat(restored.path("status").asString()).isEqualTo("active");
		assertThat(restored.path("erasureAt").isNull()).isTrue();
		assertThat(acts(somebody)).containsOnlyOnce("ACCOUNT_REOPENED");
		assertThat(this.api.login(somebody.username(), Api.PASSWORD).id()).isEqualTo(somebody.id());
		assertThat(this.api.post(path + "/restore").as(this.api.admin()).send().code())
			.isEqualTo("account.not-deleting");
	}

	@Test
	void administratorDeletesOwnAccountInTheSettingsOnly() {
		var admin = this.api.admin();
		assertThat(this.api.delete(PATH + "/" + admin.id()).as(admin).send().code()).isEqualTo("user.delete-self");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET ", "PATCH ", "DELETE ", "POST /approve", "POST /restore" })
	void unknownAccountIsNotFound(String route) {
		var parts = route.split(" ", 2);
		var body = parts[0].equals("PATCH") ? "{\"displayName\": \"Nobody\"}" : null;
		assertThat(this.api.request(parts[0], PATH + "/01KAG2V7Q8X4M6T0N3R5W9YZAB" + parts[1], body)
			.as(this.api.admin())
			.send()
			.code()).isEqualTo("user.not-found");
	}

	@Test
	void fileIsCarriedOutLineByLine() {
		var known = this.api.register();
		var gone = this.api.register();
		var name = unique();
		var report = run("""
				action,username,name,email,new_username
				create,%1$s,"=HYPERLINK(""x"")",%1$s@example.com,
				create,%1$s-2,Two,%2$s@example.com,
				create,-%1$s,,%1$s-3@example.com,
				verify,%2$s,,,
				rename,%2$s,Renamed,,%1$s-4
				rename,%2$s,Gone,,
				delete,%3$s,,,
				ban,%1$s,,,
				create,%1$s-5,Five,nobody,
				delete,admin,,,
				delete,nobody-here,,,
				""".formatted(name, known.username(), gone.username()));
		assertThat(lines(report)).containsExactly("2 create done", "3 create user.email-taken", "4 create done",
				"5 verify done", "6 rename done", "7 rename user.not-found", "8 delete done", "9 ban pattern",
				"10 create invalid", "11 delete user.delete-self", "12 delete user.not-found");
		assertThat(report.path("done").asInt()).isEqualTo(5);
		assertThat(report.path("refused").asInt()).isEqualTo(6);
		assertThat(this.mongo.exists(Query.query(Criteria.where("usernameKey").is(name + "-5")), "users")).isFalse();
		var file = RestClient.create()
			.get()
			.uri("http://127.0.0.1:" + this.port + PATH + "/export")
			.header("Authorization", "Bearer " + this.api.admin().accessToken())
			.header("Accept", "application/problem+json")
			.retrieve()
			.toEntity(String.class);
		assertThat(String.valueOf(file.getHeaders().getContentType())).startsWith("text/csv");
		assertThat(file.getBody()).contains("\"%s\",\"'=HYPERLINK(\"\"x\"\")\"".formatted(name), "\"'-" + name + "\"");
		assertThat(acts(this.api.admin())).contains("ACCOUNTS_EXPORTED");
	}

	private JsonNode run(String csv) {
		var answer = this.api.post(PATH + "/import", JSON.createObjectNode().put("csv", csv).toString())
			.as(this.api.admin())
			.send();
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.data();
	}

	private static List<String> lines(JsonNode report) {
		return report.path("lines")
			.valueStream()
			.map((line) -> "%d %s %s".formatted(line.path("line").asInt(), line.path("action").asString(),
					line.path("done").asBoolean() ? "done" : line.path("code").asString()))
			.toList();
	}

	private TestResponse create(TestUser admin, String name) {
		return this.api
			.post(PATH, "{\"name\": \"%1$s\", \"username\": \"%1$s\", \"email\": \"%1$s@example.com\"}".formatted(name))
			.as(admin)
			.send();
	}

	private TestResponse rename(TestUser admin, TestUser user, String body) {
		return this.api.patch(PATH + "/" + user.id(), body).as(admin).send();
	}

	private static String unique() {
		return "made" + COUNT.incrementAndGet() + Long.toString(System.nanoTime(), 36);
	}

}
