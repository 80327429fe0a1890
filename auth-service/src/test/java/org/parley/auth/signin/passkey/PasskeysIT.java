package org.parley.auth.signin.passkey;

import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.signin.passkey.webauthn.Assertion;
import org.parley.auth.signin.passkey.webauthn.Attestation;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AuthTest
class PasskeysIT extends Scene {

	private static final String PASSKEYS = "/api/v1/auth/passkeys";

	private static final String OWN = "/api/v1/users/me/passkeys";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private AddPasskey addPasskey;

	@Test
	void addedPasskeySignsInWithoutPassword() {
		var somebody = this.api.register();
		var device = new FakeAuthenticator();
		var options = options(somebody);
		assertThat(options.at("/rp/id").asString()).isEqualTo("parley.test");
		assertThat(options.at("/rp/name").asString())
			.isEqualTo(this.api.get("/api/v1/setup").send().data().at("/forum/name").asString());
		assertThat(options.at("/user/name").asString()).isEqualTo(somebody.username());
		assertThat(options.at("/authenticatorSelection/userVerification").asString()).isEqualTo("required");
		assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
		var added = add(somebody, " laptop ", make(device, options));
		assertThat(added.status()).isEqualTo(201);
		assertThat(added.data().path("name").asString()).isEqualTo("laptop");
		assertThat(added.header("Location")).isEqualTo(OWN + "/" + added.data().path("id").asString());
		assertThat(kind(somebody, 1)).isEqualTo("passkey-added");
		device.count = 1;
		var signedIn = show(device);
		assertThat(signedIn.status()).isEqualTo(200);
		var back = TestUser.of(signedIn);
		assertThat(back.id()).isEqualTo(somebody.id());
		assertThat(this.api.refresh(back.refreshToken()).send().status()).isEqualTo(200);
		var listed = this.api.get(OWN).as(back).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0/lastUsedAt").isNull()).isFalse();
		assertThat(acts(somebody)).contains("PASSKEY_ADDED", "SIGNED_IN");
		assertThat(options(somebody).at("/excludeCredentials/0/id").asString()).isNotEmpty();
	}

	@Test
	void resetLinkIsInvalidAfterPasskeyChange() {
		var owner = anOwner();
		for (int i = 1; i < 3; i++) {
			this.clock.move(Duration.ofMinutes(2));
			forgot(owner.somebody());
			var link = this.postbox.open(this.postbox.about(owner.somebody().id(), "password-reset.requested", i),
					"/data/token");
			if (i == 1) {
				add(owner.somebody(), "other", make(new FakeAuthenticator(), options(owner.somebody())));
			}
			else {
				var id = this.api.get(OWN).as(owner.somebody()).send().data().at("/0/id").asString();
				this.api.delete(OWN + "/" + id).as(owner.somebody()).send();
			}
			var reset = this.api
				.post("/api/v1/auth/reset-password",
						"{\"token\": \"%s\", \"password\": \"off with their heads\"}".formatted(link))
				.send();
			assertThat(reset.code()).isEqualTo("auth.link-invalid");
		}
	}

	private void forgot(TestUser somebody) {
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()))
			.send();
	}

	@Test
	void cookieDeliverySetsRefreshCookie() {
		var owner = anOwner();
		var answer = this.api
			.post(PASSKEYS + "/sign-in",
					JSON.createObjectNode()
						.put("delivery", "cookie")
						.set("credential", JSON.valueToTree(owner.device().sign(challenge())))
						.toString())
			.send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Set-Cookie")).startsWith("parley_refresh=").contains("HttpOnly");
		assertThat(answer.data().has("refreshToken")).isFalse();
	}

	@Test
	void usedOrExpiredChallengeIsRefused() {
		var owner = anOwner();
		var challenge = challenge();
		var wrong = owner.device().sign(challenge);
		var forging = new FakeAuthenticator();
		forging.create(challenge, owner.device().owner());
		assertRefused(show(new Assertion(wrong.id(), forging.sign(challenge).response())));
		assertRefused(show(owner.device().sign(challenge)));
		var once = owner.device().sign(challenge());
		assertThat(show(once).status()).isEqualTo(200);
		assertRefused(show(once));
		var late = owner.device().sign(challenge());
		this.clock.move(Duration.ofMinutes(5));
		assertRefused(show(late));
		assertRefused(show(owner.device().sign("sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE")));
	}

	@Test
	void concurrentSignInsWithOneSignatureHaveOneWinner() throws InterruptedException {
		var owner = anOwner();
		var shown = owner.device().sign(challenge());
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<TestResponse> call = () -> show(shown);
			var answers = both.invokeAll(List.of(call, call)).stream().map(Future::resultNow);
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(200, 401);
		}
	}

	@Test
	void everyRefusalHasTheSameDetail() {
		var owner = anOwner();
		var stranger = new FakeAuthenticator();
		stranger.create(challenge(), owner.device().owner());
		var refusals = List.of(show(stranger.sign(challenge())), show(signFromOrigin(owner, "http://evil.test")),
				show(signUnverified(owner)), show(signAs(owner, anOwner())));
		assertThat(refusals).allSatisfy(PasskeysIT::assertRefused)
			.extracting((answer) -> answer.body().path("detail").asString())
			.containsOnly(refusals.getFirst().body().path("detail").asString());
		var first = this.api.post(PASSKEYS + "/sign-in-options").send().data();
		assertThat(first.path("allowCredentials")).isEmpty();
		assertThat(first.path("challenge").asString()).isNotEqualTo(challenge());
	}

	@Test
	void copiedPasskeyIsRefusedAndAlertsOwner() {
		var owner = anOwner();
		owner.device().count = 7;
		assertThat(show(owner.device()).status()).isEqualTo(200);
		owner.device().count = 6;
		assertRefused(show(owner.device()));
		assertThat(kind(owner.somebody(), 2)).isEqualTo("passkey-copied");
		assertThat(acts(owner.somebody())).contains("PASSKEY_COPIED");
		owner.device().count = 8;
		assertThat(show(owner.device()).status()).isEqualTo(200);
	}

	@Test
	void passkeyWithInvalidChallengeIsNotAdded() {
		var somebody = this.api.register();
		var other = this.api.register();
		var options = options(somebody);
		assertThat(add(other, "mine", make(new FakeAuthenticator(), options)).body().at("/errors/0/field").asString())
			.isEqualTo("credential");
		var again = this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(add(again, "mine", make(new FakeAuthenticator(), options)).code()).as("another session")
			.isEqualTo("request.invalid");
		var device = new FakeAuthenticator();
		assertThat(add(somebody, "mine", make(device, options)).status()).as("not redeemed by the refused attempts")
			.isEqualTo(201);
		assertThat(add(somebody, "mine", make(new FakeAuthenticator(), options)).status()).as("redeemed")
			.isEqualTo(400);
		assertThat(add(somebody, "mine", make(device, options(somebody))).code()).isEqualTo("passkey.known");
		assertThat(add(other, "mine", make(device, options(other))).code()).isEqualTo("passkey.known");
		var signIn = JSON.createObjectNode().put("challenge", challenge());
		signIn.putObject("user").put("id", "YQ");
		assertThat(add(somebody, "mine", make(new FakeAuthenticator(), signIn)).status()).as("challenge of a sign-in")
			.isEqualTo(400);
		var unverified = new FakeAuthenticator();
		unverified.flags = AuthenticatorData.BIT_UP;
		assertThat(add(somebody, "mine", make(unverified, options(somebody))).status()).isEqualTo(400);
	}

	@Test
	void onlyPasskeyThatABrowserCreatedByItselfMayLackItsOwner() {
		var somebody = this.api.register();
		var device = new FakeAuthenticator();
		device.flags = 0;
		assertThat(add(somebody, "laptop", make(device, options(somebody))).status()).isEqualTo(400);
		var request = JSON.createObjectNode().put("name", "laptop").put("conditional", true);
		request.set("credential", JSON.valueToTree(make(device, options(somebody))));
		assertThat(this.api.post(PASSKEYS, request.toString()).as(somebody).send().status()).isEqualTo(201);
		assertRefused(show(device));
		device.flags = FakeAuthenticator.VERIFIED;
		assertThat(show(device).status()).isEqualTo(200);
	}

	@Test
	void endedSessionAddsNoPasskey() throws ParseException {
		var somebody = this.api.register();
		var made = make(new FakeAuthenticator(), options(somebody));
		var session = SignedJWT.parse(somebody.accessToken()).getJWTClaimsSet().getStringClaim("sid");
		this.api.post("/api/v1/auth/logout").as(somebody).send();
		var caller = new Caller(somebody.id(), somebody.username(), "Test User", session, Set.of("user"),
				Set.of("parley"));
		assertThatExceptionOfType(InvalidBearerTokenException.class)
			.isThrownBy(() -> this.addPasskey.add(caller, "late", made, true, new ClientDevice("203.0.113.7", "")));
	}

	@Test
	void registrationOptionsWithWrongPasswordAreRefused() {
		var somebody = this.api.register();
		var refused = begin(somebody, "not my password");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.password-wrong");
	}

	@Test
	void passkeyIsAccessibleToItsOwnerOnly() {
		var owner = anOwner();
		var id = this.api.get(OWN).as(owner.somebody()).send().data().at("/0/id").asString();
		var other = this.api.register();
		assertThat(this.api.get(OWN).as(other).send().data()).isEmpty();
		assertThat(rename(other, id).code()).isEqualTo("passkey.not-found");
		assertThat(this.api.delete(OWN + "/" + id).as(other).send().code()).isEqualTo("passkey.not-found");
		assertThat(rename(owner.somebody(), id).data().path("name").asString()).isEqualTo("old laptop");
		assertThat(this.api.delete(OWN + "/" + id).as(owner.somebody()).send().status()).isEqualTo(204);
		assertThat(kind(owner.somebody(), 2)).isEqualTo("passkey-removed");
		assertThat(acts(owner.somebody())).contains("PASSKEY_REMOVED");
		assertRefused(show(owner.device()));
	}

	@Test
	void twentyFirstPasskeyIsRefused() throws InterruptedException {
		var somebody = this.api.register();
		for (int i = 0; i < 18; i++) {
			assertThat(add(somebody, "key " + i, make(new FakeAuthenticator(), options(somebody))).status())
				.isEqualTo(201);
		}
		var credentials = Collections.nCopies(3, somebody)
			.stream()
			.map((owner) -> make(new FakeAuthenticator(), options(owner)))
			.toList();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = all
				.invokeAll(credentials.stream()
					.<Callable<TestResponse>>map((credential) -> () -> add(somebody, "key", credential))
					.toList())
				.stream()
				.map(Future::resultNow);
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 201, 409);
		}
		assertThat(begin(somebody, Api.PASSWORD).code()).isEqualTo("passkey.too-many");
	}

	@Test
	void bannedUserIsRefusedWithReason() {
		var owner = anOwner();
		this.api.post("/api/v1/admin/users/" + owner.somebody().id() + "/ban", "{\"reason\": \"Advertising.\"}")
			.as(this.api.admin())
			.send();
		var refused = show(owner.device());
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.banned");
		assertThat(acts(owner.somebody())).contains("SIGN_IN_REFUSED");
	}

	@Test
	void passwordResetRemovesAllPasskeys() {
		var owner = anOwner();
		this.api
			.post("/api/v1/auth/forgot-password",
					"{\"email\": \"%s@example.com\"}".formatted(owner.somebody().username()))
			.send();
		var link = this.postbox.about(owner.somebody().id(), "password-reset.requested");
		this.api
			.post("/api/v1/auth/reset-password",
					JSON.createObjectNode()
						.put("token", this.postbox.open(link, "/data/token"))
						.put("password", "another one, not to be guessed")
						.toString())
			.send();
		assertRefused(show(owner.device()));
		assertThat(acts(owner.somebody())).contains("PASSKEY_REMOVED");
	}

	@Test
	void signOutEverywhereKeepsPasskeys() {
		var owner = anOwner();
		this.api.post("/api/v1/auth/logout-all").as(owner.somebody()).send();
		assertThat(show(owner.device()).status()).isEqualTo(200);
	}

	@Test
	void challengesAreStoredHashed() {
		var owner = anOwner();
		var challenge = challenge();
		var kept = this.mongo.findAll(Document.class, "passkey_challenges").toString() + this.mongo
			.find(Query.query(Criteria.where("userId").is(owner.somebody().id())), Document.class, "passkeys");
		assertThat(kept).doesNotContain(challenge);
	}

	private static Assertion signFromOrigin(Owner owner, String origin) {
		var known = owner.device().origin;
		owner.device().origin = origin;
		var shown = owner.device().sign(owner.challenge().get());
		owner.device().origin = known;
		return shown;
	}

	private static Assertion signUnverified(Owner owner) {
		owner.device().flags = AuthenticatorData.BIT_UP;
		var shown = owner.device().sign(owner.challenge().get());
		owner.device().flags = FakeAuthenticator.VERIFIED;
		return shown;
	}

	private static Assertion signAs(Owner owner, Owner other) {
		var shown = owner.device().sign(owner.challenge().get());
		var response = shown.response();
		return new Assertion(shown.id(), new Assertion.Response(response.clientDataJSON(), response.authenticatorData(),
				response.signature(), other.device().owner()));
	}

	private Owner anOwner() {
		var somebody = this.api.register();
		var device = new FakeAuthenticator();
		assertThat(add(somebody, "laptop", make(device, options(somebody))).status()).isEqualTo(201);
		return new Owner(somebody, device, this::challenge);
	}

	private static Attestation make(FakeAuthenticator device, JsonNode options) {
		return device.create(options.path("challenge").asString(), options.at("/user/id").asString());
	}

	private JsonNode options(TestUser somebody) {
		return begin(somebody, Api.PASSWORD).data();
	}

	private TestResponse begin(TestUser somebody, String password) {
		return this.api
			.post(PASSKEYS + "/registration-options", JSON.createObjectNode().put("password", password).toString())
			.as(somebody)
			.send();
	}

	private TestResponse add(TestUser somebody, String name, Attestation credential) {
		return this.api.post(PASSKEYS,
				JSON.createObjectNode().put("name", name).set("credential", JSON.valueToTree(credential)).toString())
			.as(somebody)
			.send();
	}

	private TestResponse rename(TestUser somebody, String id) {
		return this.api.patch(OWN + "/" + id, "{\"name\": \"old laptop\"}").as(somebody).send();
	}

	private String challenge() {
		return this.api.post(PASSKEYS + "/sign-in-options").send().data().path("challenge").asString();
	}

	private TestResponse show(FakeAuthenticator device) {
		return show(device.sign(challenge()));
	}

	private TestResponse show(Assertion credential) {
		return this.api
			.post(PASSKEYS + "/sign-in",
					JSON.createObjectNode().set("credential", JSON.valueToTree(credential)).toString())
			.send();
	}

	private static void assertRefused(TestResponse answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("auth.passkey-refused");
	}

	private String kind(TestUser somebody, int count) {
		return this.postbox.about(somebody.id(), "security.alert", count).at("/data/kind").asString();
	}

	/** A user with a passkey. */
	private record Owner(TestUser somebody, FakeAuthenticator device, Supplier<String> challenge) {
	}

	@Test
	@Asvs("6.7.2")
	void challengesAreLongAndUnique() {
		var challenges = IntStream.range(0, 50)
			.mapToObj((_) -> this.api.post("/api/v1/auth/passkeys/sign-in-options").send().data())
			.map((options) -> options.path("challenge").asString())
			.toList();
		assertThat(challenges).doesNotHaveDuplicates()
			.allSatisfy((challenge) -> assertThat(Base64.getUrlDecoder().decode(challenge)).hasSize(32));
	}

}
