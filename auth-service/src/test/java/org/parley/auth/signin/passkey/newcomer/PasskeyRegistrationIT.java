package org.parley.auth.signin.passkey.newcomer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Accounts that begin with a passkey and have no password. */
@AuthTest
class PasskeyRegistrationIT extends Scene {

	private static final String PATH = "/api/v1/auth/passkeys/";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Test
	void newcomerRegistersAndSignsInWithThePasskey() {
		var device = new FakeAuthenticator();
		var name = unique();
		var registered = register(body(device, options(name), name));
		assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
		assertThat(registered.header("Location")).isEqualTo("/api/v1/users/" + name);
		var somebody = TestUser.of(registered);
		assertThat(stored(somebody).containsKey("passwordHash")).isFalse();
		assertThat(stored(somebody).getBoolean("emailVerified")).isFalse();
		assertThat(acts(somebody)).contains("REGISTERED").doesNotContain("PASSKEY_ADDED");
		assertThat(this.postbox.about(somebody.id(), "email-verification.requested").path("type").asString())
			.isNotEmpty();
		var listed = this.api.get("/api/v1/users/me/passkeys").as(somebody).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0/name").asString()).isEqualTo("phone");
		assertThat(this.api.delete("/api/v1/users/me/passkeys/" + listed.at("/0/id").asString())
			.as(somebody)
			.send()
			.code()).isEqualTo("auth.last-way-in");
		var challenge = this.api.post(PATH + "sign-in-options").send().data().path("challenge").asString();
		var signedIn = this.api
			.post(PATH + "sign-in",
					JSON.createObjectNode().set("credential", JSON.valueToTree(device.sign(challenge))).toString())
			.send();
		assertThat(TestUser.of(signedIn).id()).isEqualTo(somebody.id());
		assertThat(this.api.loginRequest(name, "curiouser & curiouser").send().code())
			.isEqualTo("auth.bad-credentials");
	}

	@Test
	void repeatedRequestOpensOneAccount() {
		var name = unique();
		var body = body(new FakeAuthenticator(), options(name), name);
		assertThat(register(body).status()).isEqualTo(201);
		assertThat(register(body).status()).as("the challenge is used").isEqualTo(400);
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is(name)), "users")).isEqualTo(1);
	}

	static Stream<Arguments> wrong() {
		return Stream.of(
				wrong("other account", "credential", (body, _) -> body.put("account", "MDFLQUcyVjdROFg0TTZUME4z")),
				wrong("account of somebody else's options", "credential",
						(body, other) -> body.put("account", other.at("/user/id").asString())),
				wrong("no base64url", "account", (body, _) -> body.put("account", "a")),
				wrong("account with padding", "account", (body, _) -> body.put("account", "YWI=")),
				wrong("no account", "account", (body, _) -> body.remove("account")),
				wrong("no credential", "credential", (body, _) -> body.remove("credential")),
				wrong("challenge of somebody else", "credential", (body, other) -> {
					var device = new FakeAuthenticator();
					var made = device.create(other.path("challenge").asString(), other.at("/user/id").asString());
					body.set("credential", JSON.valueToTree(made));
				}), wrong("reserved name", "username", (body, _) -> body.put("username", "adm1n")),
				wrong("no address", "email", (body, _) -> body.put("email", "nobody")),
				wrong("no device", "device", (body, _) -> body.put("device", " ")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrong")
	void wrongRegistrationIsRefused(String what, String field, BiConsumer<ObjectNode, JsonNode> change) {
		var name = unique();
		var body = body(new FakeAuthenticator(), options(name), name);
		change.accept(body, options(unique()));
		var refused = register(body);
		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).as(what).startsWith(field);
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is(name)), "users")).isZero();
	}

	@Test
	void lateRegistrationIsRefused() {
		var name = unique();
		var body = body(new FakeAuthenticator(), options(name), name);
		this.clock.move(Duration.ofMinutes(5));
		assertThat(register(body).status()).isEqualTo(400);
	}

	@Test
	void knownNameAndAddressAreTaken() {
		var known = this.api.register();
		var name = unique();
		var sameName = body(new FakeAuthenticator(), options(name), known.username());
		assertThat(register(sameName.put("email", name + "@example.com")).code()).isEqualTo("user.username-taken");
		var sameAddress = body(new FakeAuthenticator(), options(name), name);
		assertThat(register(sameAddress.put("email", known.username() + "@EXAMPLE.com")).code())
			.isEqualTo("user.email-taken");
	}

	@ParameterizedTest
	@CsvSource({ "username, KNOWN, user.username-taken", "email, KNOWN@EXAMPLE.com, user.email-taken",
			"username, Adm1n, request.invalid", "email, nobody, request.invalid",
			"name, Administrator, request.invalid" })
	void deviceCreatesNoPasskeyForAnAccountThatWillBeRefused(String property, String value, String code) {
		var known = this.api.register();
		var name = unique();
		var body = JSON.createObjectNode()
			.put("name", "Newcomer")
			.put("username", name)
			.put("email", name + "@example.com")
			.put(property, value.replace("KNOWN", known.username()));
		var refused = this.api.post(PATH + "newcomer-options", body.toString()).send();
		assertThat(refused.code()).as(refused.toString()).isEqualTo(code);
	}

	@Test
	void passkeyBelongsToOneAccount() {
		var device = new FakeAuthenticator();
		var name = unique();
		assertThat(register(body(device, options(name), name)).status()).isEqualTo(201);
		var other = unique();
		assertThat(register(body(device, options(other), other)).code()).isEqualTo("passkey.known");
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is(other)), "users")).isZero();
	}

	private JsonNode options(String name) {
		var options = this.api
			.post(PATH + "newcomer-options",
					JSON.createObjectNode().put("name", "Newcomer").put("username", name).toString())
			.send();
		assertThat(options.status()).as(options.toString()).isEqualTo(200);
		assertThat(options.data().at("/user/name").asString()).isEqualTo(name);
		assertThat(options.data().path("excludeCredentials")).isEmpty();
		return options.data();
	}

	private static ObjectNode body(FakeAuthenticator device, JsonNode options, String name) {
		var account = options.at("/user/id").asString();
		var body = JSON.createObjectNode()
			.put("name", "Newcomer")
			.put("username", name)
			.put("email", name + "@example.com")
			.put("account", account)
			.put("device", " phone ");
		body.set("credential", JSON.valueToTree(device.create(options.path("challenge").asString(), account)));
		return body;
	}

	private TestResponse register(ObjectNode body) {
		return this.api.post(PATH + "register", body.toString()).send();
	}

	private Document stored(TestUser somebody) {
		return this.mongo.find(Query.query(Criteria.where("_id").is(somebody.id())), Document.class, "users")
			.getFirst();
	}

	private static String unique() {
		return "newcomer" + COUNT.incrementAndGet() + Long.toString(System.nanoTime(), 36);
	}

	private static Arguments wrong(String what, String field, BiConsumer<ObjectNode, JsonNode> change) {
		return arguments(what, field, change);
	}

}
