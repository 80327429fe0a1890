package org.parley.auth.signin.newcomer;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Postbox;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.platform.test.client.TestResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Only the owner of a hidden address learns whether it has an account. */
@AuthTest
class HiddenAddressesIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Autowired
	private Api api;

	@Autowired
	private Postbox postbox;

	@Autowired
	private MongoOperations mongo;

	@BeforeEach
	void listen() {
		this.postbox.listen();
	}

	@AfterEach
	void open() {
		rules("open", false);
	}

	@ParameterizedTest(name = "{0}, hidden {1}: {2} or {3}")
	@CsvSource({ "open, false, 201, user.email-taken", "approval, false, 202, user.email-taken",
			"invitation, false, 201, user.email-taken", "open, true, 202, 202", "approval, true, 202, 202",
			"invitation, true, 202, 202", "closed, true, registration.closed, registration.closed" })
	void knownAddressChangesTheAnswerOnlyIfNoneIsHidden(String mode, boolean hidden, String unknown, String known) {
		var somebody = this.api.register();
		var invitation = mode.equals("invitation") ? invite() : null;
		rules(mode, hidden);
		var name = unique();
		assertThat(outcome(register(unique(), somebody.username() + "@EXAMPLE.com", invitation))).isEqualTo(known);
		assertThat(outcome(register(name, name + "@example.com", invitation))).isEqualTo(unknown);
		assertThat(outcome(register(somebody.username(), unique() + "@example.com", invitation)))
			.isEqualTo(mode.equals("closed") ? known : "user.username-taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "open", "approval", "invitation" })
	void accountIsOpenedByTheLinkInTheMail(String mode) {
		var invitation = mode.equals("invitation") ? invite() : null;
		rules(mode, true);
		var name = unique();
		assertThat(register(name, name + "@example.com", invitation).body().isMissingNode()).isTrue();
		assertThat(this.api.loginRequest(name, Api.PASSWORD).send().code()).isEqualTo("auth.bad-credentials");
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is(name)), "users"))
			.as("no name is taken before")
			.isZero();
		var link = link(name + "@example.com");
		assertThat(verify(link).status()).isEqualTo(200);
		assertThat(verify(link).code()).as("second use").isEqualTo("auth.link-invalid");
		var signedIn = this.api.loginRequest(name, Api.PASSWORD).send();
		if (mode.equals("approval")) {
			assertThat(signedIn.code()).isEqualTo("account.awaiting-approval");
		}
		else {
			assertThat(signedIn.data().at("/user/emailVerified").asBoolean()).isTrue();
		}
	}

	@Test
	void ownerOfKnownAddressReceivesAnotherMail() {
		var owner = this.api.register();
		rules("open", true);
		var address = owner.username() + "@example.com";
		for (int i = 0; i < 2; i++) {
			assertThat(register(unique(), address, null).status()).isEqualTo(202);
		}
		assertThat(this.postbox.about(owner.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("registration-repeated");
		assertThat(this.mongo.count(Query.query(Criteria.where("email").is(address)), "held_registrations"))
			.as("the second mail within a minute is held back")
			.isOne();
		assertThat(this.postbox.all(held(address).getString("accountId"), "email-verification.requested")).isEmpty();
		assertThat(this.mongo.count(Query.query(Criteria.where("emailKey").is(address)), "users")).isOne();
	}

	@Test
	void usernameThatWasTakenMeanwhileIsReplaced() {
		rules("open", true);
		var name = unique();
		register(name, name + "@example.com", null);
		register(name, name + "@example.net", null);
		assertThat(verify(link(name + "@example.net")).status()).isEqualTo(200);
		assertThat(verify(link(name + "@example.com")).status()).isEqualTo(200);
		assertThat(this.api.login(name + "@example.net", Api.PASSWORD).username()).isEqualTo(name);
		assertThat(this.api.login(name + "@example.com", Api.PASSWORD).username()).startsWith(name + "-");
	}

	@Test
	void linkOfAddressThatWasRegisteredMeanwhileIsRefused() {
		rules("open", true);
		var name = unique();
		register(name, name + "@example.com", null);
		var link = link(name + "@example.com");
		rules("open", false);
		register(unique(), name + "@example.com", null);
		assertThat(verify(link).code()).isEqualTo("user.email-taken");
	}

	@Test
	void newcomerWithPasskeyLearnsNothingEither() {
		var owner = this.api.register();
		var known = owner.username() + "@example.com";
		assertThat(options(unique(), known).code()).isEqualTo("user.email-taken");
		rules("open", true);
		assertThat(withPasskey(unique(), known).status()).isEqualTo(202);
		var name = unique();
		assertThat(withPasskey(name, name + "@example.com").status()).isEqualTo(202);
		var id = held(name + "@example.com").getString("accountId");
		assertThat(verify(link(name + "@example.com")).status()).isEqualTo(200);
		assertThat(this.mongo.count(Query.query(Criteria.where("userId").is(id)), "passkeys")).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "false, user.email-taken", "true, 202" })
	void changeOfAddressTellsOnlyIfNoneIsHidden(boolean hidden, String outcome) {
		var owner = this.api.register();
		var other = this.api.register();
		rules("open", hidden);
		var answer = this.api
			.post("/api/v1/auth/change-email",
					"{\"email\": \"%s@example.com\", \"password\": \"%s\"}".formatted(owner.username(), Api.PASSWORD))
			.as(other)
			.send();
		assertThat(outcome(answer)).isEqualTo(outcome);
		assertThat(this.postbox.all(other.id(), "email-change.requested")).isEmpty();
	}

	private static String unique() {
		return "hidden" + COUNT.incrementAndGet();
	}

	private static String outcome(TestResponse answer) {
		return (answer.status() < 400) ? String.valueOf(answer.status()) : answer.code();
	}

	private void rules(String mode, boolean hidden) {
		assertThat(this.api
			.put("/api/v1/admin/registration", "{\"mode\": \"%s\", \"hiddenAddresses\": %s}".formatted(mode, hidden))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	private String invite() {
		return this.api.post("/api/v1/users/me/invitations", "{\"uses\": 5}")
			.as(this.api.admin())
			.send()
			.data()
			.path("token")
			.asString();
	}

	private TestResponse register(String name, String email, @Nullable String invitation) {
		var body = JSON.createObjectNode()
			.put("name", name)
			.put("username", name)
			.put("email", email)
			.put("password", Api.PASSWORD);
		if (invitation != null) {
			body.put("invitation", invitation);
		}
		return this.api.post("/api/v1/auth/register", body.toString()).send();
	}

	private TestResponse options(String name, String email) {
		var body = JSON.createObjectNode().put("name", name).put("username", name).put("email", email);
		return this.api.post("/api/v1/auth/passkeys/newcomer-options", body.toString()).send();
	}

	private TestResponse withPasskey(String name, String email) {
		var options = options(name, email).data();
		var account = options.at("/user/id").asString();
		var body = JSON.createObjectNode()
			.put("name", name)
			.put("username", name)
			.put("email", email)
			.put("account", account)
			.put("device", "phone");
		body.putPOJO("credential", new FakeAuthenticator().create(options.path("challenge").asString(), account));
		return this.api.post("/api/v1/auth/passkeys/register", JSON.writeValueAsString(body)).send();
	}

	private TestResponse verify(String token) {
		return this.api.post("/api/v1/auth/verify-email", "{\"token\": \"%s\"}".formatted(token)).send();
	}

	private String link(String email) {
		return this.postbox.open(this.postbox.about(held(email).getString("accountId"), "email-verification.requested"),
				"/data/token");
	}

	private Document held(String email) {
		return Objects.requireNonNull(this.mongo.findOne(Query.query(Criteria.where("email").is(email)), Document.class,
				"held_registrations"));
	}

}
