package org.parley.auth;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Concurrent requests that contend for the same data succeed only once. */
@AuthTest
class RacesIT extends Scene {

	@Autowired
	private Race race;

	@Test
	void concurrentRegistrationsOfNameSucceedOnce() {
		var answers = register(List.of(body("Ada", "ada1@example.net", "ada"), body("Ada", "ada2@example.net", "Ada")));
		assertOne(answers, 201, "user.username-taken");
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is("ada")), "users")).isOne();
	}

	@Test
	void concurrentRegistrationsOfAddressSucceedOnce() {
		var answers = register(
				List.of(body("Ben", "ben@example.net", "ben-1"), body("Ben", "Ben@Example.net", "ben-2")));
		assertOne(answers, 201, "user.email-taken");
		assertThat(this.mongo.count(Query.query(Criteria.where("emailKey").is("ben@example.net")), "users")).isOne();
	}

	@Test
	void concurrentRegistrationsGetDifferentDerivedNames() {
		var answers = register(
				List.of(body("Cleo", "cleo1@example.net", null), body("Cleo", "cleo2@example.net", null)));
		assertThat(answers).extracting(TestResponse::status).containsOnly(201);
		assertThat(answers).extracting((answer) -> answer.data().at("/user/username").asString())
			.doesNotHaveDuplicates()
			.contains("cleo")
			.allMatch((name) -> name.startsWith("cleo"));
	}

	@Test
	void concurrentRegistrationAndAddressChangeSucceedOnce() {
		var mover = this.api.register();
		var next = "meeting-" + mover.username() + "@example.net";
		this.api
			.post("/api/v1/auth/change-email",
					"{\"email\": \"%s\", \"password\": \"%s\"}".formatted(next, Api.PASSWORD))
			.as(mover)
			.send();
		var token = token(mover, "email-change.requested", 1);
		// Both have looked and found the address free.
		var answers = this.race.run("insert|update", "users",
				List.<Callable<TestResponse>>of(() -> post("confirm-email", "{\"token\": \"%s\"}".formatted(token)),
						() -> this.api.post("/api/v1/auth/register", body("Dora", next, "dora-of-the-race")).send()));
		assertThat(answers.stream().filter((answer) -> answer.status() < 300)).hasSize(1);
		assertThat(answers).extracting(TestResponse::code).contains("user.email-taken");
		assertThat(this.mongo.count(Query.query(Criteria.where("emailKey").is(next)), "users")).isOne();
	}

	@Test
	void concurrentResetsWithOneLinkSucceedOnce() {
		var somebody = this.api.register();
		forgot(somebody);
		var link = token(somebody, "password-reset.requested", 1);
		assertOneResets(somebody, link, link);
	}

	@Test
	void concurrentResetsWithTwoLinksSucceedOnce() {
		var somebody = this.api.register();
		forgot(somebody);
		var first = token(somebody, "password-reset.requested", 1);
		this.clock.move(Duration.ofMinutes(1));
		forgot(somebody);
		assertOneResets(somebody, first, token(somebody, "password-reset.requested", 2));
	}

	private void assertOneResets(TestUser somebody, String first, String second) {
		var answers = this.race.run("findAndModify", "mail_tokens", List.<Callable<TestResponse>>of(
				() -> reset(first, "the first password"), () -> reset(second, "the second password")));
		assertOne(answers, 204, "auth.link-invalid");
		var winners = (answers.getFirst().status() == 204) ? "the first password" : "the second password";
		var losers = (answers.getFirst().status() == 204) ? "the second password" : "the first password";
		assertThat(this.api.loginRequest(somebody.username(), winners).send().status()).isEqualTo(200);
		assertThat(this.api.loginRequest(somebody.username(), losers).send().status()).isEqualTo(401);
		assertThat(acts(somebody)).containsOnlyOnce("PASSWORD_RESET");
	}

	@Test
	void concurrentVerificationsWithOneLinkSucceedOnce() {
		var somebody = this.api.register();
		var link = token(somebody, "email-verification.requested", 1);
		assertOneVerifies(somebody, link, link);
	}

	@Test
	void concurrentVerificationsWithTwoLinksSucceedOnce() {
		var somebody = this.api.register();
		var first = token(somebody, "email-verification.requested", 1);
		this.clock.move(Duration.ofMinutes(1));
		this.api.post("/api/v1/auth/resend-verification").as(somebody).send();
		assertOneVerifies(somebody, first, token(somebody, "email-verification.requested", 2));
	}

	private void assertOneVerifies(TestUser somebody, String first, String second) {
		var answers = this.race.run("findAndModify", "mail_tokens",
				List.<Callable<TestResponse>>of(() -> verify(first), () -> verify(second)));
		assertOne(answers, 200, "auth.link-invalid");
		assertThat(acts(somebody)).containsOnlyOnce("EMAIL_VERIFIED");
	}

	@Test
	void concurrentLinkRequestsSendOneMail() {
		var somebody = this.api.register();
		var answers = this.race.run("update", "mail_counts",
				List.<Callable<TestResponse>>of(() -> forgot(somebody), () -> forgot(somebody)));
		assertThat(answers).extracting(TestResponse::status).containsOnly(202);
		this.clock.move(Duration.ofMinutes(1));
		forgot(somebody);
		this.postbox.about(somebody.id(), "password-reset.requested", 2);
		this.api.post("/api/v1/auth/logout").as(somebody).send();
		this.postbox.about(somebody.id(), "session.revoked");
		assertThat(this.postbox.all(somebody.id(), "password-reset.requested")).hasSize(2);
	}

	@Test
	void concurrentRefreshesOfClientReturnSameSuccessor() {
		var somebody = this.api.register();
		Callable<TestResponse> refresh = () -> this.api.refresh(somebody.refreshToken()).send();
		var answers = this.race.run("update", "refresh_tokens", List.of(refresh, refresh, refresh));
		assertThat(answers).extracting(TestResponse::status).containsOnly(200);
		assertThat(answers).extracting((answer) -> answer.data().path("refreshToken").asString())
			.containsOnly(answers.getFirst().data().path("refreshToken").asString());
		assertThat(tokensOf(somebody)).isEqualTo(2);
	}

	@Test
	void concurrentRefreshByThiefEndsSession() {
		var somebody = this.api.register();
		var answers = this.race.run("update", "refresh_tokens",
				List.<Callable<TestResponse>>of(() -> this.api.refresh(somebody.refreshToken()).send(),
						() -> this.api.refresh(somebody.refreshToken()).from("198.51.100.86").send()));
		assertOne(answers, 200, "auth.refresh-reused");
		var minted = Arrays.stream(answers.toArray(TestResponse[]::new))
			.filter((answer) -> answer.status() == 200)
			.findAny()
			.orElseThrow();
		assertThat(this.api.refresh(minted.data().path("refreshToken").asString()).send().code())
			.isEqualTo("auth.refresh-invalid");
	}

	@Test
	void refreshDuringSignOutEverywhereLeavesNoSession() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		var answers = this.race.run("update", "sessions",
				List.<Callable<TestResponse>>of(() -> this.api.refresh(there.refreshToken()).send(),
						() -> this.api.post("/api/v1/auth/logout-all").as(here).send()));
		assertThat(answers.getLast().status()).isEqualTo(204);
		var refreshed = answers.getFirst();
		if (refreshed.status() == 200) {
			var after = TestUser.of(refreshed);
			assertThat(this.api.get("/api/v1/users/me").as(after).send().status()).isEqualTo(401);
			assertThat(this.api.refresh(after.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		}
		else {
			assertThat(refreshed.code()).isEqualTo("auth.refresh-invalid");
		}
	}

	@Test
	void concurrentRemovalsOfSiteSucceedOnce() {
		var admin = this.api.admin();
		var sites = "/api/v1/admin/discourse-sites";
		var added = this.api.post(sites, "{\"name\": \"Race\", \"address\": \"https://race.example\"}")
			.as(admin)
			.send();
		var path = sites + "/" + added.data().path("id").asString();
		Callable<TestResponse> removal = () -> this.api.delete(path).as(admin).send();
		assertOne(this.race.run("delete", "discourse_sites", List.of(removal, removal)), 204,
				"discourse-site.not-found");
		assertThat(acts(admin)).containsOnlyOnce("DISCOURSE_SITE_REMOVED");
	}

	private long tokensOf(TestUser somebody) {
		var session = this.mongo.findOne(Query.query(Criteria.where("userId").is(somebody.id())), Document.class,
				"sessions");
		return this.mongo.count(Query.query(Criteria.where("sessionId").is(Objects.requireNonNull(session).get("_id"))),
				"refresh_tokens");
	}

	private List<TestResponse> register(List<String> wishes) {
		return this.race.run("insert", "users",
				wishes.stream()
					.<Callable<TestResponse>>map((wish) -> () -> this.api.post("/api/v1/auth/register", wish).send())
					.toList());
	}

	private static void assertOne(List<TestResponse> answers, int won, String lost) {
		assertThat(answers).extracting(TestResponse::status).containsOnlyOnce(won);
		assertThat(answers.stream().filter((answer) -> answer.status() != won)).hasSize(answers.size() - 1)
			.extracting(TestResponse::code)
			.containsOnly(lost);
	}

	private String token(TestUser somebody, String type, int count) {
		return this.postbox.open(this.postbox.about(somebody.id(), type, count), "/data/token");
	}

	private TestResponse forgot(TestUser somebody) {
		return post("forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()));
	}

	private TestResponse reset(String token, String password) {
		return post("reset-password", "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password));
	}

	private TestResponse verify(String token) {
		return post("verify-email", "{\"token\": \"%s\"}".formatted(token));
	}

	private TestResponse post(String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json).send();
	}

	private static String body(String name, String email, @Nullable String username) {
		return """
				{"name": "%s", "email": "%s", "password": "%s"%s}""".formatted(name, email, Api.PASSWORD,
				(username != null) ? ", \"username\": \"" + username + "\"" : "");
	}

}
