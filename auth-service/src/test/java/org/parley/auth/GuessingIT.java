package org.parley.auth;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Many guesses at once are no better than as many one after another. */
@AuthTest
class GuessingIT extends Scene {

	@Autowired
	private Race race;

	@BeforeEach
	void freezeClock() {
		this.clock.freeze();
	}

	@Test
	void concurrentGuessesAreLimitedToFive() {
		var name = this.api.register().username();
		assertFive(atOnce(Collections.nCopies(40, () -> guess(name, "198.51.100.80"))), 40);
	}

	@Test
	void racingFirstGuessesAreLimitedToFive() {
		var name = this.api.register().username();
		Callable<TestResponse> guess = () -> guess(name, "198.51.100.81");
		assertFive(this.race.run("insert", "login_failures", Collections.nCopies(12, guess)), 12);
	}

	@Test
	void racingGuessesAfterTheDelayAreLimitedToOne() {
		var name = this.api.register().username();
		for (int i = 0; i < 4; i++) {
			guess(name, "198.51.100.82");
		}
		Callable<TestResponse> guess = () -> guess(name, "198.51.100.82");
		var answers = this.race.run("update", "login_failures", Collections.nCopies(8, guess));
		assertThat(answers).extracting(TestResponse::status)
			.containsOnlyOnce(401)
			.filteredOn((status) -> status != 401)
			.containsOnly(429);
		this.clock.move(Duration.ofSeconds(1));
		answers = this.race.run("update", "login_failures", Collections.nCopies(8, guess));
		assertThat(answers).as("after the delay, too")
			.extracting(TestResponse::status)
			.containsOnlyOnce(401)
			.filteredOn((status) -> status != 401)
			.containsOnly(429);
	}

	@Test
	void unknownNameIsCountedToo() {
		assertFive(atOnce(Collections.nCopies(20, () -> guess("nobody-of-this-name", "198.51.100.83"))), 20);
	}

	@Test
	void wrongPasswordAndUnknownNameCostTheSameWrites() {
		var collections = Set.of("users", "known_devices", "login_failures", "audit", "sessions");
		var name = this.api.register().username();
		var known = this.race.sent(collections, () -> guess(name, "198.51.100.85"));
		var unknown = this.race.sent(collections, () -> guess("nobody-who-guesses", "198.51.100.85"));
		assertThat(known).contains("find users", "insert login_failures", "insert audit").isEqualTo(unknown);
	}

	@Test
	void guessesByUsernameRevealNoMailAddress() {
		var name = this.api.register().username();
		for (int i = 0; i < 6; i++) {
			guess(name, "198.51.100.87");
		}
		assertThat(guess(name, "198.51.100.87").status()).isEqualTo(429);
		for (int i = 0; i < 5; i++) {
			assertThat(guess(name + "@Example.com", "198.51.100.87").status()).isEqualTo(401);
		}
		assertThat(guess(name + "@example.com", "198.51.100.87").status()).isEqualTo(429);
	}

	@Test
	void guessesAtAccountRestoreAreCounted() {
		var name = this.api.register().username();
		for (int i = 0; i < 5; i++) {
			assertThat(reopen(name, "198.51.100.88").status()).isEqualTo(401);
		}
		assertThat(guess(name, "198.51.100.88").code()).isEqualTo("auth.slow-down");
		assertThat(reopen(name + "@example.com", "198.51.100.88").status()).isEqualTo(401);
	}

	@Test
	void householdIsOneOrigin() {
		var name = this.api.register().username();
		var guesses = List.of("2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:3::", "2001:db8:1:2:4::",
				"2001:db8:1:2:ffff::5", "2001:db8:1:2:ffff::6");
		assertThat(guesses).extracting((address) -> guess(name, address).status())
			.containsExactly(401, 401, 401, 401, 401, 429);
		assertThat(guess(name, "2001:db8:1:3::1").status()).as("another household").isEqualTo(401);
	}

	@Test
	void signedInGuessesOfTheOldPasswordAreCounted() {
		var somebody = this.api.register();
		var answers = atOnce(Collections.nCopies(20, () -> change(somebody)));
		assertThat(answers.stream().filter((answer) -> answer.code().equals("auth.password-wrong"))).hasSize(5);
		assertThat(answers.stream().filter((answer) -> answer.code().equals("auth.slow-down"))).hasSize(15);
	}

	@Test
	void guessesOfStrangersDoNotDelaySignedInUser() {
		var somebody = this.api.register();
		for (int i = 0; i < 6; i++) {
			guess(somebody.username(), "198.51.100.84");
		}
		assertThat(this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "off with their heads"}""".formatted(Api.PASSWORD))
			.as(somebody)
			.from("198.51.100.84")
			.send()
			.status()).isEqualTo(204);
	}

	private static void assertFive(List<TestResponse> answers, int all) {
		assertThat(answers.stream().filter((answer) -> answer.status() == 401)).hasSize(5);
		assertThat(answers.stream().filter((answer) -> answer.code().equals("auth.slow-down"))).hasSize(all - 5)
			.allSatisfy((answer) -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
	}

	private TestResponse guess(String name, String address) {
		return this.api.loginRequest(name, "not my password").from(address).send();
	}

	private TestResponse reopen(String name, String address) {
		return this.api
			.post("/api/v1/auth/restore-account",
					"{\"login\": \"%s\", \"password\": \"not my password\"}".formatted(name))
			.from(address)
			.send();
	}

	private TestResponse change(TestUser somebody) {
		return this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "not my password", "newPassword": "off with their heads"}""").as(somebody).send();
	}

	private static List<TestResponse> atOnce(List<Callable<TestResponse>> calls) {
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			return all.invokeAll(calls).stream().map(Future::resultNow).toList();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
