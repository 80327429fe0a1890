package org.parley.auth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A change of a credential invalidates mailed links. A password change, a reset and a
 * restored address also revoke personal tokens and the access of apps.
 */
@AuthTest
class CredentialChangeIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String NEXT = "off with their heads";

	@Autowired
	private Race race;

	@Autowired
	private OAuth2AuthorizationConsentService consents;

	private String recoveryCode = "";

	/** What its owner may do about an account that somebody else has come into. */
	enum Change {

		PASSWORD_CHANGE, PASSWORD_RESET, LOGOUT_ALL, LOGOUT_BY_ADMIN, SECOND_FACTOR

	}

	@ParameterizedTest
	@EnumSource(Change.class)
	void pendingAddressChangeEndsWithCredentialChange(Change change) {
		var thief = this.api.register();
		var owner = this.api.login(thief.username(), Api.PASSWORD);
		changeEmail(thief, "thief-" + thief.username() + "@example.net");
		var link = token(thief, "email-change.requested", 1);
		make(change, owner);
		assertThat(post("confirm-email", "{\"token\": \"%s\"}".formatted(link)).code()).isEqualTo("auth.link-invalid");
		assertThat(emailOf(owner)).isEqualTo(owner.username() + "@example.com");
	}

	@ParameterizedTest
	@EnumSource(Change.class)
	void resetLinkEndsWithCredentialChange(Change change) {
		var owner = this.api.register();
		forgot(owner);
		var link = token(owner, "password-reset.requested", 1);
		this.clock.move(Duration.ofMinutes(2));
		make(change, owner);
		assertThat(reset(link, "a password of a thief", "").code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void verificationLinkEndsWithPasswordChange() {
		var owner = this.api.register();
		var link = token(owner, "email-verification.requested", 1);
		make(Change.PASSWORD_CHANGE, owner);
		assertThat(post("verify-email", "{\"token\": \"%s\"}".formatted(link)).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void roleChangeKeepsLinks() {
		var owner = this.api.register();
		var link = token(owner, "email-verification.requested", 1);
		this.api.put("/api/v1/admin/users/" + owner.id() + "/role", "{\"role\": \"moderator\"}")
			.as(this.api.admin())
			.send();
		assertThat(post("verify-email", "{\"token\": \"%s\"}".formatted(link)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "findAndModify mail_tokens", "update users" })
	void addressConfirmationDuringPasswordChangeIsRefused(String held) {
		var thief = this.api.register();
		var owner = this.api.login(thief.username(), Api.PASSWORD);
		changeEmail(thief, "quick-" + thief.username() + "@example.net");
		var link = token(thief, "email-change.requested", 1);
		Callable<TestResponse> confirm = () -> post("confirm-email", "{\"token\": \"%s\"}".formatted(link));
		var answer = this.race.holding(held, confirm, () -> make(Change.PASSWORD_CHANGE, owner));
		assertThat(answer.code()).isEqualTo("auth.link-invalid");
		assertThat(emailOf(owner)).isEqualTo(owner.username() + "@example.com");
	}

	@Test
	void undoLinkSurvivesCredentialChanges() {
		var owner = this.api.register();
		var back = changedEmail(owner, "thief-" + owner.username() + "@example.net", 1);
		make(Change.PASSWORD_CHANGE, owner);
		this.api.post("/api/v1/auth/logout-all").as(owner).send();
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(emailOf(owner)).isEqualTo(owner.username() + "@example.com");
	}

	@Test
	void undoOfLaterChangeKeepsEarlierUndoLink() {
		var owner = this.api.register();
		var back = changedEmail(owner, "second-" + owner.username() + "@example.net", 1);
		this.clock.move(Duration.ofMinutes(2));
		var backToSecond = changedEmail(owner, "third-" + owner.username() + "@example.net", 2);
		assertThat(restore(backToSecond).status()).isEqualTo(204);
		assertThat(emailOf(owner)).startsWith("second-");
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(emailOf(owner)).isEqualTo(owner.username() + "@example.com");
	}

	@Test
	void undoInvalidatesLaterUndoLinks() {
		var owner = this.api.register();
		var back = changedEmail(owner, "second-" + owner.username() + "@example.net", 1);
		this.clock.move(Duration.ofMinutes(2));
		var backToSecond = changedEmail(owner, "third-" + owner.username() + "@example.net", 2);
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(restore(backToSecond).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void undoRemovesCredentialsAddedSinceRequest() {
		var owner = this.api.register();
		changeEmail(owner, "thief-" + owner.username() + "@example.net");
		this.clock.move(Duration.ofMinutes(2));
		var app = app(owner, "Not mine");
		var link = token(owner, "email-change.requested", 1);
		assertThat(post("confirm-email", "{\"token\": \"%s\"}".formatted(link)).status()).isEqualTo(204);
		consent(owner);
		enableFactor(owner);
		assertThat(restore(token(owner, "email-change.made", 1)).status()).isEqualTo(204);
		assertThat(this.mongo.findById(owner.id(), Document.class, "second_factors")).isNull();
		assertThat(documents("oauth_consents", "person", owner)).isEmpty();
		assertThat(this.mongo.findById(app, Document.class, "oauth_clients")).containsEntry("state", "REMOVED");
		assertThat(this.api.loginRequest(owner.username(), Api.PASSWORD).send().status()).isEqualTo(200);
		assertThat(acts(owner)).contains("TWO_FACTOR_RESET", "APP_ACCESS_WITHDRAWN", "EMAIL_RESTORED");
	}

	@Test
	void undoRemovesPersonalTokensAndAppsOfThief() {
		var owner = this.api.register();
		var before = app(owner, "Mine");
		this.clock.move(Duration.ofMinutes(2));
		var back = changedEmail(owner, "thief-" + owner.username() + "@example.net", 1);
		this.clock.move(Duration.ofMinutes(2));
		var secret = issueToken(owner).data().path("token").asString();
		var after = app(owner, "Not mine");
		rotate(owner, before);
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(exchange(secret).status()).isEqualTo(401);
		assertThat(this.mongo.findById(after, Document.class, "oauth_clients")).containsEntry("state", "REMOVED");
		var kept = Objects.requireNonNull(this.mongo.findById(before, Document.class, "oauth_clients"));
		assertThat(kept).containsEntry("state", "ACTIVE");
		assertThat(kept.getList("secrets", Document.class)).singleElement()
			.satisfies((left) -> assertThat(left.get("until")).isNull());
		assertThat(acts(owner)).contains("ACCESS_TOKEN_REVOKED", "APP_REMOVED", "APP_CHANGED");
	}

	@Test
	void undoKeepsEarlierSecondFactor() {
		var owner = this.api.register();
		var secret = enableFactor(owner);
		this.clock.move(Duration.ofMinutes(2));
		changeEmail(owner, "other-" + owner.username() + "@example.net", code(secret));
		var link = token(owner, "email-change.requested", 1);
		post("confirm-email", "{\"token\": \"%s\"}".formatted(link));
		assertThat(restore(token(owner, "email-change.made", 1)).status()).isEqualTo(204);
		assertThat(this.api.loginRequest(owner.username(), Api.PASSWORD).send().code()).isEqualTo("auth.otp-required");
	}

	@Test
	void undoWithdrawsPasswordOfThief() {
		var owner = this.api.register();
		var back = changedEmail(owner, "thief-" + owner.username() + "@example.net", 1);
		this.clock.move(Duration.ofMinutes(2));
		make(Change.PASSWORD_CHANGE, owner);
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(this.api.loginRequest(owner.username(), NEXT).send().status()).isEqualTo(401);
		assertThat(acts(owner)).contains("PASSWORD_WITHDRAWN");
		forgot(owner);
		var link = token(owner, "password-reset.requested", 1);
		assertThat(reset(link, "my own password again", "").status()).isEqualTo(204);
		assertThat(this.api.loginRequest(owner.username(), "my own password again").send().status()).isEqualTo(200);
	}

	@Test
	void passwordChangeNeedsSecondFactor() {
		var owner = this.api.register();
		var secret = enableFactor(owner);
		this.clock.move(Duration.ofMinutes(2));
		assertThat(changePassword(owner, "").code()).isEqualTo("auth.otp-required");
		assertThat(changePassword(owner, ", \"otp\": \"000000\"").code()).isEqualTo("auth.otp-wrong");
		assertThat(changePassword(owner, ", \"otp\": \"%s\"".formatted(code(secret))).status()).isEqualTo(204);
		assertThat(acts(owner)).contains("CODE_REFUSED", "PASSWORD_CHANGED");
	}

	@Test
	void passwordChangeAcceptsRecoveryCode() {
		var owner = this.api.register();
		enableFactor(owner);
		assertThat(changePassword(owner, ", \"otp\": \"%s\"".formatted(this.recoveryCode)).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", \"revokeTokens\": true", ", \"revokeTokens\": null" })
	void passwordChangeRevokesTokensAndApps(String wish) {
		var owner = this.api.register();
		var secret = issueToken(owner).data().path("token").asString();
		consent(owner);
		assertThat(changePassword(owner, wish).status()).isEqualTo(204);
		assertThat(exchange(secret).status()).isEqualTo(401);
		assertThat(documents("oauth_consents", "person", owner)).isEmpty();
		assertThat(this.api.get("/api/v1/users/me").as(owner).send().status()).as("the changing session")
			.isEqualTo(200);
		assertThat(acts(owner)).contains("ACCESS_TOKEN_REVOKED", "APP_ACCESS_WITHDRAWN");
		assertThat(this.postbox.about(owner.id(), "session.revoked").at("/data/reason").asString())
			.isEqualTo("password-changed");
	}

	@Test
	void passwordChangeKeepsTokensAndAppsOnRequest() {
		var owner = this.api.register();
		var secret = issueToken(owner).data().path("token").asString();
		consent(owner);
		assertThat(changePassword(owner, ", \"revokeTokens\": false").status()).isEqualTo(204);
		assertThat(exchange(secret).status()).isEqualTo(200);
		assertThat(documents("oauth_consents", "person", owner)).hasSize(1);
	}

	@Test
	void passwordResetRevokesTokensAndApps() {
		var owner = this.api.register();
		var secret = issueToken(owner).data().path("token").asString();
		consent(owner);
		forgot(owner);
		assertThat(reset(token(owner, "password-reset.requested", 1), NEXT, "").status()).isEqualTo(204);
		assertThat(exchange(secret).status()).isEqualTo(401);
		assertThat(documents("oauth_consents", "person", owner)).isEmpty();
		assertThat(acts(owner)).contains("ACCESS_TOKEN_REVOKED", "APP_ACCESS_WITHDRAWN", "PASSWORD_RESET");
	}

	@Test
	void passwordResetKeepsTokensAndAppsOnRequestAndEndsSessions() {
		var owner = this.api.register();
		var secret = issueToken(owner).data().path("token").asString();
		var token = exchange(secret).body().path("accessToken").asString();
		consent(owner);
		forgot(owner);
		assertThat(reset(token(owner, "password-reset.requested", 1), NEXT, ", \"revokeTokens\": false").status())
			.isEqualTo(204);
		assertThat(exchange(secret).status()).isEqualTo(200);
		assertThat(this.api.get("/api/v1/users/me").token(token).send().status()).isEqualTo(200);
		assertThat(documents("oauth_consents", "person", owner)).hasSize(1);
		assertThat(this.api.get("/api/v1/users/me").as(owner).send().status()).isEqualTo(401);
		assertThat(this.api.refresh(owner.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	void passwordResetKeepsSecondFactor() {
		var owner = this.api.register();
		enableFactor(owner);
		forgot(owner);
		assertThat(reset(token(owner, "password-reset.requested", 1), NEXT, "").status()).isEqualTo(204);
		assertThat(this.api.loginRequest(owner.username(), NEXT).send().code()).isEqualTo("auth.otp-required");
	}

	private void make(Change change, TestUser owner) {
		var made = switch (change) {
			case PASSWORD_CHANGE -> changePassword(owner, "");
			case PASSWORD_RESET -> resetByMail(owner);
			case LOGOUT_ALL -> this.api.post("/api/v1/auth/logout-all").as(owner).send();
			case LOGOUT_BY_ADMIN ->
				this.api.post("/api/v1/admin/users/" + owner.id() + "/logout").as(this.api.admin()).send();
			case SECOND_FACTOR -> {
				enableFactor(owner);
				yield this.api.get("/api/v1/auth/two-factor").as(owner).send();
			}
		};
		assertThat(made.status()).isIn(200, 204);
	}

	private TestResponse resetByMail(TestUser owner) {
		var before = this.postbox.all(owner.id(), "password-reset.requested").size();
		forgot(owner);
		return reset(token(owner, "password-reset.requested", before + 1), NEXT, "");
	}

	private String emailOf(TestUser somebody) {
		var user = this.mongo.findById(somebody.id(), Document.class, "users");
		return Objects.requireNonNull(user).getString("email");
	}

	private List<Document> documents(String collection, String field, TestUser somebody) {
		return this.mongo.find(Query.query(Criteria.where(field).is(somebody.id())), Document.class, collection);
	}

	private String token(TestUser somebody, String type, int count) {
		return this.postbox.open(this.postbox.about(somebody.id(), type, count), "/data/token");
	}

	/** Changes it, and gives the secret of the way back. */
	private String changedEmail(TestUser somebody, String next, int count) {
		assertThat(changeEmail(somebody, next).status()).isEqualTo(202);
		var link = token(somebody, "email-change.requested", count);
		assertThat(post("confirm-email", "{\"token\": \"%s\"}".formatted(link)).status()).isEqualTo(204);
		return token(somebody, "email-change.made", count);
	}

	private TestResponse changeEmail(TestUser somebody, String next) {
		return own(somebody, "change-email", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(next, Api.PASSWORD));
	}

	private TestResponse changeEmail(TestUser somebody, String next, String otp) {
		return own(somebody, "change-email",
				"{\"email\": \"%s\", \"password\": \"%s\", \"otp\": \"%s\"}".formatted(next, Api.PASSWORD, otp));
	}

	private TestResponse changePassword(TestUser somebody, String more) {
		return own(somebody, "change-password",
				"{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"%s}".formatted(Api.PASSWORD, NEXT, more));
	}

	private TestResponse forgot(TestUser somebody) {
		return post("forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()));
	}

	private TestResponse reset(String link, String password, String more) {
		return post("reset-password", "{\"token\": \"%s\", \"password\": \"%s\"%s}".formatted(link, password, more));
	}

	private TestResponse restore(String link) {
		return post("restore-email", "{\"token\": \"%s\"}".formatted(link));
	}

	/** Switches it on, and gives its secret. */
	private String enableFactor(TestUser somebody) {
		var secret = own(somebody, "two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD)).data()
			.path("secret")
			.asString();
		var confirmed = own(somebody, "two-factor/confirm", "{\"code\": \"%s\"}".formatted(code(secret)));
		assertThat(confirmed.status()).isEqualTo(200);
		this.recoveryCode = confirmed.data().at("/recoveryCodes/0").asString();
		return secret;
	}

	private String code(String secret) {
		return new Authenticator(secret).code(this.clock.instant());
	}

	private void consent(TestUser somebody) {
		var app = app(somebody, "Reading list");
		this.consents.save(OAuth2AuthorizationConsent.withId(app, somebody.id()).scope("threads:read").build());
	}

	private String app(TestUser somebody, String name) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(somebody.id())),
				Update.update("emailVerified", true), "users");
		var wish = JSON.createObjectNode().put("name", name).put("kind", "web").put("password", Api.PASSWORD);
		wish.putArray("redirectUris").add("https://app.example/back");
		wish.putArray("scopes").add("threads:read");
		var made = this.api.post("/api/v1/users/me/apps", wish.toString()).as(somebody).send();
		assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
		return made.data().path("id").asString();
	}

	private void rotate(TestUser somebody, String app) {
		assertThat(this.api
			.post("/api/v1/users/me/apps/" + app + "/secret", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send()
			.status()).isEqualTo(201);
	}

	private TestResponse exchange(String secret) {
		return this.api.post("/internal/personal-tokens/exchange", "{\"token\": \"%s\"}".formatted(secret)).send();
	}

	private TestResponse own(TestUser somebody, String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json).as(somebody).send();
	}

	private TestResponse post(String path, String json) {
		return this.api.post("/api/v1/auth/" + path, json).send();
	}

}
