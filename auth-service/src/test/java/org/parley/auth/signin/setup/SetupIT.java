package org.parley.auth.signin.setup;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.Scene;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Set-up of a new installation. It happens once, so these tests are ordered. */
@AuthTest
@TestPropertySource(properties = { "parley.accounts=", "parley.setup.token=" + SetupIT.TOKEN })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class SetupIT extends Scene {

	static final String TOKEN = "the-operators-token-0123456789";

	private static final Pattern LOGGED = Pattern.compile("parley_setup_[A-Za-z0-9_-]{43}");

	@Autowired
	private Race race;

	@Autowired
	private Setups setups;

	@Autowired
	private SetupStatus status;

	@Autowired
	private UnitOfWork work;

	@Test
	@Order(1)
	void registrationBeforeSetupIsRefused() {
		assertRequired();
		var refused = this.api.post("/api/v1/auth/register", """
				{"name": "Early", "email": "early@example.org", "password": "curiouser & curiouser"}""").send();
		assertThat(refused.code()).isEqualTo("setup.required");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(this.mongo.getCollection("users").countDocuments()).isZero();
	}

	@Test
	@Order(2)
	void invalidSetupChangesNothing() {
		assertRefused(setup(body("not-the-operators-token-0", "alice", "gardening")), 403, "setup.token-invalid");
		var twins = setup(body(TOKEN, "alice", "gardening").replace("riddles", "gardening"));
		assertField(twins, "categories[1].slug", "category.slug-taken");
		for (var language : List.of("", "e", "deutsch-", "de_DE", "de-" + "x".repeat(40))) {
			var body = body(TOKEN, "alice", "gardening").replace("\"de\"", '"' + language + '"');
			assertThat(setup(body).body().at("/errors/0/field").asString()).as(language).isEqualTo("forum.language");
		}
		assertField(setup(body(TOKEN, "users", "gardening")), "admin.username", "username.reserved");
		assertField(setup(body(TOKEN, "Adm1n", "gardening")), "admin.username", "username.reserved");
		assertField(setup(body(TOKEN, "alice", "gardening").replace(Api.PASSWORD, "password123")), "admin.password",
				"password.common");
		assertRequired();
		assertThat(this.mongo.getCollection("users").countDocuments()).isZero();
	}

	@Test
	@Order(3)
	void concurrentStartsIssueOneToken(CapturedOutput output) {
		this.clock.move(Setup.STARTING_TOGETHER.plusSeconds(1));
		Callable<Boolean> start = () -> {
			start("");
			return true;
		};
		this.race.run("update", "setup", List.of(start, start));
		var logged = LOGGED.matcher(output.getOut()).results().toList();
		assertThat(logged).hasSize(1);
		assertThat(this.setups.current())
			.satisfies((setup) -> setup.require(new OpaqueSecret(logged.getFirst().group())));
		assertThat(output).contains("Another instance has just logged the token.");
		assertRefused(setup(body(TOKEN, "alice", "gardening")), 403, "setup.token-invalid");
	}

	@Test
	@Order(4)
	void laterStartLogsAnotherTokenUnlessTheOperatorSetsOne(CapturedOutput output) {
		this.clock.move(Duration.ofHours(1));
		start("");
		var token = new OpaqueSecret(LOGGED.matcher(output.getOut()).results().findFirst().orElseThrow().group());
		assertThat(this.setups.current()).satisfies((setup) -> setup.require(token));
		start(TOKEN);
		assertThat(output.getOut()).doesNotContain(TOKEN);
		assertThat(this.setups.current()).satisfies((setup) -> setup.require(new OpaqueSecret(TOKEN)));
	}

	@Test
	@Order(5)
	void concurrentSetupsHaveOneWinner() {
		var answers = this.race.run("update", "setup",
				List.<Callable<TestResponse>>of(() -> setup(body(TOKEN, "admin", "gardening")),
						() -> setup(body(TOKEN, "admin", "weeds")), () -> setup(body(TOKEN, "owner", "cooking"))));
		assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 409, 409);
		assertThat(answers.stream().filter((answer) -> answer.status() == 409)).extracting(TestResponse::code)
			.containsOnly("setup.done");
		var won = answers.stream().filter((answer) -> answer.status() == 201).findAny().orElseThrow();
		var admin = TestUser.of(won);
		assertThat(won.header("Location")).isEqualTo("/api/v1/users/" + admin.username());
		assertThat(won.data().at("/user/roles").toString()).isEqualTo("[\"user\",\"moderator\",\"admin\"]");
		assertThat(won.data().at("/user/emailVerified").asBoolean()).isTrue();
		assertThat(this.mongo.getCollection("users").countDocuments()).isOne();
		assertThat(acts(admin)).containsExactly("REGISTERED", "SETUP_COMPLETED");
		assertThat(this.api.get("/api/v1/admin/users").as(admin).send().status()).isEqualTo(200);
		var event = this.postbox.about(admin.id(), "setup.completed");
		assertThat(event.at("/data/forum/name").asString()).isEqualTo("The Tea Party");
		assertThat(event.at("/data/forum/language").asString()).isEqualTo("de");
		assertThat(event.at("/data/categories").findValuesAsString("slug")).hasSize(2).endsWith("riddles");
		assertThat(event.at("/data/by/id").asString()).isEqualTo(admin.id());
		assertThat(this.postbox.all(admin.id(), "user.registered")).singleElement()
			.satisfies((registered) -> assertThat(registered.at("/data/roles").toString()).contains("admin"));
		this.postbox.about(admin.id(), "user.verified");
		assertThat(this.postbox.all(admin.id(), "email-verification.requested")).isEmpty();
	}

	@Test
	@Order(6)
	void completedSetupIsNotRepeated() {
		assertThat(this.api.get("/api/v1/setup").send().data())
			.hasToString("{\"required\":false,\"forum\":{\"name\":\"The Tea Party\"}}");
		for (var body : List.of("{}", "[]", "{", "{\"token\": 7}")) {
			assertRefused(setup(body), 409, "setup.done");
		}
		assertRefused(setup(body(TOKEN, "second", "gardening")), 409, "setup.done");
		start("another-token-of-the-operator");
		start("");
		assertRefused(setup(body("another-token-of-the-operator", "second", "gardening")), 409, "setup.done");
		var keyed = this.api.post("/api/v1/setup", body(TOKEN, "second", "gardening"))
			.header("Idempotency-Key", "again");
		assertRefused(keyed.send(), 409, "setup.done");
		assertThat(this.api.register().username()).isNotEmpty();
	}

	@Test
	@Order(7)
	void nothingSecretIsStored() {
		assertThat(List.of(Api.PASSWORD, TOKEN, "parley_setup_"))
			.allSatisfy((secret) -> assertThat(StoredTexts.collectionsContaining(this.mongo, secret)).isEmpty());
	}

	private void start(String token) {
		new IssueSetupToken(new SetupSettings(token), new SetupStatus(this.setups, this.clock), this.setups, this.work,
				this.clock, new SecureRandom())
			.run(new DefaultApplicationArguments());
	}

	private TestResponse setup(String body) {
		return this.api.post("/api/v1/setup", body).send();
	}

	private void assertRequired() {
		assertThat(this.api.get("/api/v1/setup").send().data()).hasToString("{\"required\":true}");
		assertThat(this.status.isRequired()).isTrue();
	}

	private static void assertRefused(TestResponse answer, int status, String code) {
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.status()).isEqualTo(status);
	}

	private static void assertField(TestResponse answer, String field, String code) {
		assertRefused(answer, 400, "request.invalid");
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

	static String body(String token, String username, String slug) {
		return """
				{"token": "%s",
				 "admin": {"username": "%s", "email": "Founder@example.org", "password": "%s"},
				 "forum": {"name": "The Tea Party", "language": "de"},
				 "categories": [{"slug": "%s", "name": "The first", "description": "Soil,\\nseeds.", "colour": "#2f855a"},
				                {"slug": "riddles", "name": "Riddles"}]}"""
			.formatted(token, username, Api.PASSWORD, slug);
	}

}
