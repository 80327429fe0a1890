package org.parley.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** 200 concurrent sign-ins at the real cost of password hashes. */
@AuthTest
@TestPropertySource(properties = { "parley.passwords.memory=19456", "parley.passwords.at-once=2",
		"parley.passwords.waiting=8", "parley.passwords.patience=1m" })
class FloodIT {

	private static final long HEAP = 512L * 1024 * 1024;

	private static final int PIECE = 1024 * 1024;

	@Autowired
	private Api api;

	/** Fills the heap until no more than that of a small service is left. */
	private final List<byte[]> ballast = new ArrayList<>();

	/** After a start, fewer requests are processed at a time. */
	@BeforeEach
	void useService() {
		for (var i = 0; i < 128; i++) {
			this.api.get("/api/v1/setup").send();
		}
	}

	@BeforeEach
	void fillHeap() {
		for (var left = Runtime.getRuntime().maxMemory() - HEAP; left > 0; left -= PIECE) {
			this.ballast.add(new byte[PIECE]);
		}
	}

	@AfterEach
	void freeHeap() {
		this.ballast.clear();
	}

	@Test
	void floodOfSignInsIsAnsweredWithinASmallHeap() throws Exception {
		var somebody = this.api.register();
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, 200)
				.<Callable<TestResponse>>mapToObj(
						(number) -> () -> this.api.loginRequest("somebody-else-" + number, "not my password").send())
				.toList();
			var answers = people.invokeAll(calls).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(TestResponse::status).containsOnly(401, 503);
			assertThat(answers.stream().filter((answer) -> answer.status() == 401)).hasSizeGreaterThanOrEqualTo(10);
			assertThat(answers.stream().filter((answer) -> answer.status() == 503)).allSatisfy((answer) -> {
				assertThat(answer.code()).isEqualTo("auth.busy");
				assertThat(answer.header("Retry-After")).isEqualTo("2");
			});
		}
		assertThat(this.api.login(somebody.username(), Api.PASSWORD).id()).isEqualTo(somebody.id());
	}

}
