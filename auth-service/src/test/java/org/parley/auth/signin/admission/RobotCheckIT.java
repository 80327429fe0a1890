package org.parley.auth.signin.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.domain.Sha256;
import org.parley.platform.test.client.TestResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The challenge for newcomers. */
@AuthTest
class RobotCheckIT extends Scene {

	private static final AtomicInteger COUNT = new AtomicInteger();

	@BeforeEach
	void stopClock() {
		this.clock.freeze();
		this.clock.move(Duration.ofDays(COUNT.incrementAndGet()));
		check("always");
	}

	@AfterEach
	void switchOff() {
		check("off");
		this.mongo.remove(Query.query(Criteria.where("usernameKey").regex("^flood")), "users");
	}

	@Test
	void solutionAdmitsOnce() {
		var challenge = offer();
		var solved = answer(challenge, solution(challenge));
		assertThat(register(solved).status()).isEqualTo(201);
		refused("challenge.invalid", register(solved));
	}

	@Test
	void personWithoutScriptsWaits() {
		var challenge = offer();
		refused("challenge.unsolved", register(answer(challenge, null)));
		refused("challenge.unsolved", register(answer(challenge, "0")));
		this.clock.move(Duration.ofSeconds(challenge.path("seconds").asLong()));
		assertThat(register(answer(challenge, null)).status()).isEqualTo(201);
		refused("challenge.invalid", register(answer(challenge, null)));
	}

	@Test
	void challengeExpires() {
		var challenge = offer();
		this.clock.move(Duration.ofHours(1));
		refused("challenge.invalid", register(answer(challenge, solution(challenge))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "bm90IGEgcmVhbCB0b2tlbg", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
			"parley_invite_x", "\u00fc" })
	void forgedChallengeIsInvalid(String token) {
		refused("challenge.invalid", register("{\"token\": \"%s\", \"solution\": \"1\"}".formatted(token)));
	}

	@Test
	void changedTokenIsInvalid() {
		var token = offer().path("token").asString();
		var changed = ((token.charAt(30) == 'A') ? 'B' : 'A') + token.substring(31);
		refused("challenge.invalid", register("{\"token\": \"%s\"}".formatted(token.substring(0, 30) + changed)));
	}

	@Test
	void otherSpellingOfTokenIsInvalid() {
		var challenge = offer();
		var token = challenge.path("token").asString();
		this.clock.move(Duration.ofSeconds(challenge.path("seconds").asLong()));
		assertThat(register(answer(challenge, null)).status()).isEqualTo(201);
		assertThat(token).endsWith("=");
		refused("challenge.invalid", register("{\"token\": \"%s\"}".formatted(token.replaceFirst("=+$", ""))));
	}

	@Test
	void registrationWithoutAnAnswerIsRefused() {
		refused("challenge.required", register("null"));
	}

	@Test
	void challengeIsHarderUnderAttackOnly() {
		check("under-attack");
		assertThat(offer().isMissingNode()).as("in peace").isTrue();
		assertThat(register("null").status()).isEqualTo(201);
		var easy = bitsWhen("always");
		var early = offer();
		flood();
		refused("challenge.invalid", register(answer(early, solution(early))));
		check("under-attack");
		assertThat(offer().path("bits").asInt()).isGreaterThan(easy);
		refused("challenge.required", register("null"));
		var late = offer();
		this.clock.move(Duration.ofSeconds(3));
		refused("challenge.unsolved", register(answer(late, null)));
		this.clock.move(Duration.ofMinutes(11));
		assertThat(offer().isMissingNode()).as("afterwards").isTrue();
	}

	private int bitsWhen(String check) {
		check(check);
		return offer().path("bits").asInt();
	}

	private void flood() {
		var now = this.clock.instant();
		this.mongo.insert(IntStream.range(0, 60).mapToObj((number) -> robot(number, now)).toList(), "users");
	}

	private static Document robot(int number, Instant now) {
		var name = "flood" + COUNT.incrementAndGet() + "-" + number;
		return new Document("_id", name).append("usernameKey", name)
			.append("emailKey", name)
			.append("emailVerified", false)
			.append("createdAt", now);
	}

	private void check(String check) {
		assertThat(this.api
			.put("/api/v1/admin/registration", "{\"mode\": \"open\", \"robotCheck\": \"%s\"}".formatted(check))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	private JsonNode offer() {
		var offer = this.api.get("/api/v1/auth/registration").send();
		assertThat(offer.status()).isEqualTo(200);
		assertThat(offer.header("Cache-Control")).isEqualTo("no-store");
		return offer.data().path("challenge");
	}

	private static String solution(JsonNode challenge) {
		var bits = challenge.path("bits").asInt();
		for (var text = 0;; text++) {
			var hash = Sha256.hex(challenge.path("token").asString() + "." + text);
			if (Long.parseLong(hash.substring(0, 8), 16) >> (32 - bits) == 0) {
				return String.valueOf(text);
			}
		}
	}

	private static String answer(JsonNode challenge, @Nullable String solution) {
		return "{\"token\": \"%s\"%s}".formatted(challenge.path("token").asString(),
				(solution != null) ? ", \"solution\": \"" + solution + "\"" : "");
	}

	private TestResponse register(String challenge) {
		var name = "human" + COUNT.incrementAndGet() + Long.toString(System.nanoTime(), 36);
		return this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "%1$s", "username": "%1$s", "email": "%1$s@example.com", "password": "%2$s", "challenge": %3$s}"""
						.formatted(name, Api.PASSWORD, challenge))
			.send();
	}

	private static void refused(String code, TestResponse answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("challenge");
	}

}
