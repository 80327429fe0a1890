package org.parley.auth;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class RegisteringIT {

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Autowired
	private Api api;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Postbox postbox;

	@Test
	void takenAddressOrNameIsRefusedInAnyCase() {
		register("Carol", "carol@example.net", "carol");
		refused(409, "user.email-taken", register("Carol", "CAROL@example.net", "carol-2"));
		refused(409, "user.username-taken", register("Carol", "carol2@example.net", "CAROL"));
	}

	@Test
	void derivedUsernameIsUnique() {
		var first = register("Dora Doe", "dora1@example.net", null);
		var second = register("Dora Doe", "dora2@example.net", null);
		assertThat(first.data().at("/user/username").asString()).isEqualTo("dora-doe");
		assertThat(second.data().at("/user/username").asString()).matches("dora-doe-[a-z0-9]{4}");
	}

	@Test
	void internationalDomainIsOneAddressInAllItsForms() {
		register("Uta", "uta@müller.example", "uta");
		for (var same : List.of("UTA@MÜLLER.example", "uta@xn--mller-kva.example", "uta@mu\u0308ller.example")) {
			refused(409, "user.email-taken", register("Uta", same, "uta-2"));
			assertThat(this.api.loginRequest(same, Api.PASSWORD).send().status()).as(same).isEqualTo(200);
		}
		var uta = this.api.login("ＵＴＡ", Api.PASSWORD);
		assertThat(this.api.get("/api/v1/users/me").as(uta).send().data().path("email").asString())
			.isEqualTo("uta@xn--mller-kva.example");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "de-AT, en, de", "-, 'de-CH,de;q=0.9,en;q=0.8', de", "sw-KE, de, en", "-, ';;q=x', en" })
	void firstMailHasTheLanguageOfTheRegistration(@Nullable String locale, @Nullable String accepted, String language) {
		this.postbox.listen();
		var name = "language" + COUNT.incrementAndGet();
		var request = this.api.post("/api/v1/auth/register", """
				{"name": "%1$s", "email": "%1$s@example.net", "password": "%2$s"%3$s}""".formatted(name, Api.PASSWORD,
				(locale != null) ? ", \"locale\": \"" + locale + "\"" : ""));
		var person = TestUser.of(((accepted != null) ? request.header("Accept-Language", accepted) : request).send());
		assertThat(this.postbox.about(person.id(), "email-verification.requested").at("/data/locale").asString())
			.isEqualTo(language);
		assertThat(this.api.get("/api/v1/users/me").as(person).send().data().path("locale").asString())
			.isEqualTo(language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "german", "de-\\u0000" })
	void malformedLanguageIsRefused(String locale) {
		var answer = this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "Mal", "email": "mal@example.net", "password": "%s", "locale": "%s"}"""
						.formatted(Api.PASSWORD, locale))
			.send();
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/field").asString()).as(answer.toString()).isEqualTo("locale");
	}

	@Test
	void concurrentRegistrationsOfOneAddressHaveOneWinner() {
		var answers = atOnce(8, (number) -> register("Eve", "eve@example.net", "eve-" + number));
		assertThat(answers.stream().map(TestResponse::status)).containsOnlyOnce(201);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201))
			.allSatisfy((answer) -> refused(409, "user.email-taken", answer));
		assertThat(this.mongo.count(Query.query(Criteria.where("emailKey").is("eve@example.net")), "users")).isOne();
	}

	@Test
	void concurrentRegistrationsOfOneNameHaveOneWinner() {
		var answers = atOnce(8, (number) -> register("Frank", "frank%d@example.net".formatted(number), "FranK"));
		assertThat(answers.stream().map(TestResponse::status)).containsOnlyOnce(201);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201))
			.allSatisfy((answer) -> refused(409, "user.username-taken", answer));
		assertThat(this.mongo.count(Query.query(Criteria.where("usernameKey").is("frank")), "users")).isOne();
	}

	@Test
	void concurrentDerivedUsernamesAreUnique() {
		var answers = atOnce(6, (number) -> register("Grace", "grace%d@example.net".formatted(number), null));
		assertThat(answers.stream().map(TestResponse::status)).containsOnly(201);
		assertThat(answers.stream().map((answer) -> answer.data().at("/user/username").asString()))
			.doesNotHaveDuplicates();
	}

	@Test
	void repeatedKeyRegistersOnceWithoutSecrets() {
		var wish = body("Heidi", "heidi@example.net", "heidi");
		var first = this.api.post("/api/v1/auth/register", wish).header("Idempotency-Key", "heidi-1").send();
		assertThat(first.status()).isEqualTo(201);
		refused(409, "idempotency.done",
				this.api.post("/api/v1/auth/register", wish).header("Idempotency-Key", "heidi-1").send());
		refused(409, "idempotency.done",
				this.api.post("/api/v1/auth/register", body("Heidi", "heidi@example.net", "heidi-2"))
					.header("Idempotency-Key", "heidi-1")
					.send());
	}

	@Test
	void refusalIsNotStoredForTheKey() {
		register("Ivan", "ivan@example.net", "ivan");
		var wish = this.api.post("/api/v1/auth/register", body("Ivan", "ivan@example.net", "ivan-2"))
			.header("Idempotency-Key", "ivan-1");
		refused(409, "user.email-taken", wish.send());
		refused(409, "user.email-taken", wish.send());
	}

	@Test
	void secretsAreNotStoredInClear() {
		var judy = TestUser.of(register("Judy", "judy@example.net", "judy"));
		assertThat(List.of(Api.PASSWORD, judy.refreshToken(), judy.accessToken()))
			.allSatisfy((secret) -> assertThat(StoredTexts.collectionsContaining(this.mongo, secret)).isEmpty());
	}

	private static List<TestResponse> atOnce(int many, IntFunction<TestResponse> call) {
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, many)
				.<Callable<TestResponse>>mapToObj((number) -> () -> call.apply(number))
				.toList();
			return people.invokeAll(calls).stream().map(Future::resultNow).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Collections.emptyList();
		}
	}

	private TestResponse register(String name, String email, @Nullable String username) {
		return this.api.post("/api/v1/auth/register", body(name, email, username)).send();
	}

	private static String body(String name, String email, @Nullable String username) {
		return """
				{"name": "%s", "email": "%s", "password": "%s"%s}""".formatted(name, email, Api.PASSWORD,
				(username != null) ? ", \"username\": \"" + username + "\"" : "");
	}

	private static void refused(int status, String code, TestResponse answer) {
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

}
