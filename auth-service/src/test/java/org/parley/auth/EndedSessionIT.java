package org.parley.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request whose session ends while it is processed issues no credential. Each test
 * holds the request at a database command, ends the session and releases the request.
 */
@AuthTest
class EndedSessionIT extends Scene {

	/** Sent after the session was looked at, before any transaction. */
	private static final String BEFORE = "insert login_failures";

	/** Sent first by the transaction that issues. */
	private static final String WITHIN = "update users";

	@Autowired
	private Race race;

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, WITHIN })
	void personalTokenOfEndedSessionIsRefused(String held) {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(held, somebody, () -> issueToken(somebody)));
		assertThat(documents("personal_tokens", "userId", somebody)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, WITHIN })
	void addressChangeOfEndedSessionIsRefused(String held) {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(held, somebody, () -> changeEmail(somebody)));
		assertThat(documents("mail_tokens", "owner", somebody)).extracting((token) -> token.getString("purpose"))
			.doesNotContain("EMAIL_CHANGE");
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, WITHIN })
	void secondFactorEnrollmentOfEndedSessionIsRefused(String held) {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(held, somebody, () -> beginFactor(somebody)));
		assertThat(this.mongo.findById(somebody.id(), Document.class, "second_factors")).isNull();
	}

	@Test
	void secondFactorConfirmationOfEndedSessionIsRefused() {
		var somebody = this.api.register();
		var secret = beginFactor(somebody).data().path("secret").asString();
		var code = new Authenticator(secret).code(this.clock.instant());
		assertEnded(heldWhileSignedOut(WITHIN, somebody,
				() -> post(somebody, "two-factor/confirm", "{\"code\": \"%s\"}".formatted(code))));
		assertThat(this.mongo.findById(somebody.id(), Document.class, "second_factors")).isNotNull()
			.doesNotContainKey("enabledAt");
	}

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, WITHIN })
	void passkeyOfEndedSessionIsRefused(String held) {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(held, somebody, () -> post(somebody, "passkeys/registration-options",
				"{\"password\": \"%s\"}".formatted(Api.PASSWORD))));
	}

	@Test
	void passwordChangeOfEndedSessionIsRefused() {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(BEFORE, somebody, () -> changePassword(somebody)));
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void accountDeletionOfEndedSessionIsRefused() {
		var somebody = this.api.register();
		assertEnded(heldWhileSignedOut(BEFORE, somebody,
				() -> this.api.request("DELETE", "/api/v1/users/me", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
					.as(somebody)
					.send()));
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void personalTokenAfterPasswordChangeElsewhereIsRefused() {
		var thief = this.api.register();
		var owner = this.api.login(thief.username(), Api.PASSWORD);
		assertEnded(
				held(BEFORE, () -> issueToken(thief), () -> assertThat(changePassword(owner).status()).isEqualTo(204)));
		assertThat(documents("personal_tokens", "userId", thief)).isEmpty();
	}

	@Test
	void secondPersonalTokenConflictsWithSignOut() {
		var thief = this.api.register();
		var owner = this.api.login(thief.username(), Api.PASSWORD);
		assertThat(issueToken(thief).status()).isEqualTo(201);
		var ends = new ArrayList<TestResponse>();
		var issued = held("insert personal_tokens", () -> issueToken(thief),
				() -> ends.add(this.api.post("/api/v1/auth/logout-all").as(owner).send()));
		assertThat(issued.status()).isEqualTo(201);
		assertThat(ends.getFirst().status()).as("sign-out during the issue").isNotEqualTo(204);
		assertThat(this.api.post("/api/v1/auth/logout-all").as(owner).send().status()).isEqualTo(204);
		assertThat(documents("personal_tokens", "userId", thief)).isEmpty();
	}

	@Test
	void concurrentlyIssuedPersonalTokenEndsWithSessions() {
		var thief = this.api.register();
		var owner = this.api.login(thief.username(), Api.PASSWORD);
		// The sign-out is held before its write, so that it must find the new token.
		var ended = held("update sessions", () -> this.api.post("/api/v1/auth/logout-all").as(owner).send(),
				() -> assertThat(issueToken(thief).status()).isEqualTo(201));
		assertThat(ended.status()).isEqualTo(204);
		assertThat(documents("personal_tokens", "userId", thief)).isEmpty();
	}

	private TestResponse heldWhileSignedOut(String held, TestUser somebody, Callable<TestResponse> request) {
		var elsewhere = this.api.login(somebody.username(), Api.PASSWORD);
		return held(held, request,
				() -> assertThat(this.api.post("/api/v1/auth/logout-all").as(elsewhere).send().status())
					.isEqualTo(204));
	}

	private TestResponse held(String held, Callable<TestResponse> request, Runnable meanwhile) {
		return this.race.holding(held, request, meanwhile);
	}

	private static void assertEnded(TestResponse answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("auth.token-invalid");
	}

	private List<Document> documents(String collection, String field, TestUser somebody) {
		return this.mongo.find(Query.query(Criteria.where(field).is(somebody.id())), Document.class, collection);
	}

	private TestResponse changeEmail(TestUser somebody) {
		return post(somebody, "change-email", "{\"email\": \"next-%s@example.net\", \"password\": \"%s\"}"
			.formatted(somebody.username(), Api.PASSWORD));
	}

	private TestResponse beginFactor(TestUser somebody) {
		return post(somebody, "two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD));
	}

	private TestResponse changePassword(TestUser somebody) {
		return post(somebody, "change-password",
				"{\"currentPassword\": \"%s\", \"newPassword\": \"off with their heads\"}".formatted(Api.PASSWORD));
	}

	private TestResponse post(TestUser somebody, String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json).as(somebody).send();
	}

}
