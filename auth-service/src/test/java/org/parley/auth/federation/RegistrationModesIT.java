package org.parley.auth.federation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may come, whatever they sign in with afterwards. */
@AuthTest
class RegistrationModesIT extends FederationScene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> WAYS = List.of("password", "passkey", "provider");

	/** Outcomes without, with an invalid and with a valid invitation. */
	private static final List<List<String>> MODES = List.of(List.of("open", "in", "invitation.invalid", "in"),
			List.of("invitation", "registration.invitation-required", "invitation.invalid", "in"),
			List.of("approval", "awaiting", "invitation.invalid", "in"),
			List.of("closed", "registration.closed", "registration.closed", "registration.closed"));

	private String invitation = "";

	@BeforeEach
	void invite() {
		mode("open");
		this.invitation = this.api.post("/api/v1/users/me/invitations", "{\"uses\": 1}")
			.as(this.api.admin())
			.send()
			.data()
			.path("token")
			.asString();
	}

	@AfterEach
	void open() {
		mode("open");
	}

	/** All outcomes for one way, and those of the other ways that its code decides. */
	static Stream<Arguments> ways() {
		return MODES.stream()
			.flatMap((row) -> WAYS.stream()
				.flatMap((way) -> Stream.of(Arguments.of(row.get(0), way, "none", row.get(1)),
						Arguments.of(row.get(0), way, "invalid", row.get(2)),
						Arguments.of(row.get(0), way, "valid", row.get(3)))))
			.filter((outcome) -> {
				var values = List.of(outcome.get());
				return values.contains("password") || values.contains("none") || values.contains("invitation");
			});
	}

	@ParameterizedTest(name = "{0}: {1} with invitation {2}")
	@MethodSource("ways")
	void modeDecidesAboutEveryWay(String mode, String way, String invited, String outcome) {
		mode(mode);
		var token = switch (invited) {
			case "none" -> null;
			case "invalid" -> "parley_invite_unknown";
			default -> this.invitation;
		};
		var name = unique();
		assertThat(register(way, name, name + "@example.com", token)).isEqualTo(outcome);
		assertThat(exists(name)).isEqualTo(outcome.equals("in") || outcome.equals("awaiting"));
	}

	@ParameterizedTest
	@MethodSource
	void blockedDomainIsRefusedByEveryWay(String way) {
		rules("{\"mode\": \"open\", \"blockedDomains\": [\"trash.example\"]}");
		var name = unique();
		assertThat(register(way, name, name + "@mx.TRASH.example", null)).isEqualTo("email.domain-blocked");
		assertThat(exists(name)).isFalse();
	}

	static Stream<String> blockedDomainIsRefusedByEveryWay() {
		return WAYS.stream();
	}

	@Test
	void blockedDomainIsRefusedAsNewAddress() {
		rules("{\"mode\": \"open\", \"blockedDomains\": [\"trash.example\"]}");
		var somebody = this.api.register();
		var refused = this.api
			.post("/api/v1/auth/change-email",
					"{\"email\": \"a@trash.example\", \"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send();
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("email.domain-blocked");
	}

	@Test
	void accountAwaitsApprovalAndNobodyKnowsItBefore() {
		mode("approval");
		var name = unique();
		assertThat(register("password", name, name + "@example.com", null)).isEqualTo("awaiting");
		var id = id(name);
		assertThat(this.postbox.about(id, "approval.requested").path("data").toString()).doesNotContain(name);
		assertThat(this.api.loginRequest(name, Api.PASSWORD).send().code()).isEqualTo("account.awaiting-approval");
		assertThat(this.api.loginRequest(name, "wrong password").send().code()).isEqualTo("auth.bad-credentials");
		assertThat(this.api.get("/api/v1/users/" + name).send().code()).isEqualTo("user.not-found");
		assertThat(this.api.post("/internal/accounts", "{\"usernames\": [\"%s\"]}".formatted(name)).send().data())
			.isEmpty();
		var admin = this.api.admin();
		var waiting = this.api.get("/api/v1/admin/users?status=pending&q=" + name).as(admin).send().data();
		assertThat(waiting.at("/0/status").asString()).isEqualTo("pending");
		var link = this.postbox.about(id, "email-verification.requested");
		this.api
			.post("/api/v1/auth/verify-email", "{\"token\": \"%s\"}".formatted(this.postbox.open(link, "/data/token")))
			.send();
		assertThat(this.postbox.all(id, "user.registered")).isEmpty();
		assertThat(this.postbox.all(id, "user.verified")).isEmpty();
		for (int i = 0; i < 2; i++) {
			var approved = approve(admin, id);
			assertThat(approved.data().path("status").asString()).isEqualTo("active");
			assertThat(approved.data().path("emailVerified").asBoolean()).isTrue();
		}
		assertThat(this.postbox.about(id, "user.registered").at("/data/user/verified").asBoolean()).isTrue();
		assertThat(this.postbox.about(id, "security.alert").at("/data/kind").asString())
			.isEqualTo("registration-approved");
		assertThat(this.api.login(name, Api.PASSWORD).id()).isEqualTo(id);
		assertThat(this.api.get("/api/v1/users/" + name).send().status()).isEqualTo(200);
		assertThat(this.postbox.all(id, "user.registered")).hasSize(1);
	}

	@Test
	void refusedApplicantIsRemovedAtOnce() {
		mode("approval");
		var name = unique();
		register("passkey", name, name + "@example.com", null);
		var id = id(name);
		assertThat(this.api.delete("/api/v1/admin/users/" + id).as(this.api.admin()).send().status()).isEqualTo(204);
		assertThat(exists(name)).isFalse();
		this.postbox.about(id, "user.deleted");
		mode("open");
		assertThat(register("password", name, name + "@example.com", null)).as("the name is free").isEqualTo("in");
	}

	@Test
	void personFromProviderSignsInAfterApproval() {
		mode("approval");
		var name = unique();
		assertThat(register("provider", name, name + "@example.com", null)).isEqualTo("awaiting");
		assertThat(this.visitor.get("/oauth2/apps").location()).contains("/oauth2/login");
		assertThat(problem(visit(name))).isEqualTo("account.awaiting-approval");
		approve(this.api.admin(), owner(name));
		assertThat(visit(name).location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void registrationThatIsClosedMeanwhileIsRefused() {
		var name = unique();
		var form = this.visitor.follow(visit(name));
		mode("closed");
		assertThat(problem(this.visitor.submit(form, "form"))).isEqualTo("registration.closed");
		assertThat(owner(name)).isEmpty();
	}

	@Test
	void personFromProviderLearnsOfNoAddressThatIsHidden() {
		rules("{\"mode\": \"open\", \"hiddenAddresses\": true}");
		for (var email : List.of("admin@example.org", unique() + "@example.com")) {
			assertThat(register("provider", unique(), email, null)).as(email).isEqualTo("email.unproven");
		}
		var name = unique();
		assertThat(register("provider", name, name + "@issuer.example", null)).isEqualTo("in");
	}

	@Test
	void rulesAreToldToGuestsAndAudited() {
		assertThat(this.api.get("/api/v1/auth/registration").send().data().path("mode").asString()).isEqualTo("open");
		assertThat(acts(this.api.admin())).contains("REGISTRATION_RULES_CHANGED");
	}

	private String register(String way, String name, String email, @Nullable String token) {
		return switch (way) {
			case "password" -> outcome(
					this.api
						.post("/api/v1/auth/register",
								body(name, email, token).formatted("\"password\": \"" + Api.PASSWORD + "\""))
						.send());
			case "passkey" -> withPasskey(name, email, token);
			default -> withProvider(name, email, token);
		};
	}

	private static String body(String name, String email, @Nullable String token) {
		return "{\"name\": \"%1$s\", \"username\": \"%1$s\", \"email\": \"%2$s\", ".formatted(name, email) + "%s"
				+ ((token != null) ? ", \"invitation\": \"" + token + "\"}" : "}");
	}

	private String withPasskey(String name, String email, @Nullable String token) {
		var invited = (token != null) ? ", \"invitation\": \"" + token + "\"" : "";
		var options = this.api
			.post("/api/v1/auth/passkeys/newcomer-options",
					"{\"name\": \"%1$s\", \"username\": \"%1$s\"%2$s}".formatted(name, invited))
			.send();
		if (options.status() != 200) {
			return outcome(options);
		}
		var account = options.data().at("/user/id").asString();
		var credential = new FakeAuthenticator().create(options.data().path("challenge").asString(), account);
		var more = "\"account\": \"%s\", \"device\": \"phone\", \"credential\": %s".formatted(account,
				JSON.writeValueAsString(credential));
		return outcome(
				this.api.post("/api/v1/auth/passkeys/register", body(name, email, token).formatted(more)).send());
	}

	private String withProvider(String name, String email, @Nullable String token) {
		var asked = leave("/oauth2/federation/" + this.provider + ((token != null) ? "?invitation=" + token : ""));
		this.issuer.grant(this.issuer.claims(name, asked.get("nonce"), this.clock.instant()).build());
		var form = this.visitor.follow(arrive(asked));
		if (!problem(form).isEmpty()) {
			return problem(form);
		}
		var joined = this.visitor.submit(form, "form", "username", name, "name", name, "email", email);
		if (joined.isLeading()) {
			return "in";
		}
		if (joined.status() == 202) {
			return "awaiting";
		}
		if (!problem(joined).isEmpty()) {
			return problem(joined);
		}
		return switch (joined.error()) {
			case "This invitation is unknown, used up or has expired. Ask for another one." -> "invitation.invalid";
			case "You need an invitation to register here." -> "registration.invitation-required";
			case "Mail addresses of this domain are not accepted here. Use another one." -> "email.domain-blocked";
			case "Use the address that the provider has verified, or register with a password." -> "email.unproven";
			default -> joined.text();
		};
	}

	private static String outcome(TestResponse answer) {
		return switch (answer.status()) {
			case 201 -> "in";
			case 202 -> "awaiting";
			case 400 -> answer.body().at("/errors/0/code").asString();
			default -> answer.code();
		};
	}

	private TestResponse approve(TestUser by, String id) {
		return this.api.post("/api/v1/admin/users/" + id + "/approve").as(by).send();
	}

	private void mode(String mode) {
		rules("{\"mode\": \"%s\"}".formatted(mode));
	}

	private void rules(String rules) {
		assertThat(this.api.put("/api/v1/admin/registration", rules).as(this.api.admin()).send().status())
			.isEqualTo(200);
	}

	private boolean exists(String name) {
		return this.mongo.exists(Query.query(Criteria.where("usernameKey").is(name)), "users");
	}

	private String id(String name) {
		return Objects
			.requireNonNull(
					this.mongo.findOne(Query.query(Criteria.where("usernameKey").is(name)), Document.class, "users"))
			.getString("_id");
	}

}
