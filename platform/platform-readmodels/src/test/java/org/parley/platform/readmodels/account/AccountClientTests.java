package org.parley.platform.readmodels.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountClientTests {

	private static final String ALICE = """
			{"data": [{"user": {"id": "01KAG2V7Q8X4M6T0N3R5W9YZAB", "username": "Alice", "displayName": "Alice",
			"status": "banned", "verified": true, "later": 1}, "version": 7}], "later": 1}""";

	private final AtomicInteger requests = new AtomicInteger();

	private final CountDownLatch held = new CountDownLatch(1);

	private volatile int status = 200;

	private volatile boolean silent;

	private final HttpServer server;

	AccountClientTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.held.countDown();
		this.server.stop(0);
	}

	@Test
	void accountIsReadAsFromAnEvent() {
		assertThat(client("10s").find(List.of("alice"))).singleElement().satisfies((account) -> {
			assertThat(account.user().username()).isEqualTo("Alice");
			assertThat(account.user().status()).isEqualTo("banned");
			assertThat(account.user().verified()).isTrue();
			assertThat(account.version()).isEqualTo(7);
		});
	}

	@Test
	void nothingIsAskedForNobodyAndImpossibleNames() {
		assertThat(client("10s").find(List.of())).isEmpty();
		assertThat(client("10s").find(List.of("a".repeat(101)))).isEmpty();
		assertThat(this.requests).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 429, 500, 503 })
	void refusalSaysThatItCannotBeChecked(int refusal) {
		this.status = refusal;
		assertIsUnavailable(client("10s"));
	}

	@Test
	void absentServiceSaysThatItCannotBeChecked() {
		this.server.stop(0);
		assertIsUnavailable(client("10s"));
	}

	@Test
	void silentServiceIsAskedByFew() throws InterruptedException {
		this.silent = true;
		var client = client("1s");
		var questions = Collections.<Callable<Boolean>>nCopies(100, () -> {
			assertIsUnavailable(client);
			return true;
		});
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(pool.invokeAll(questions)).allMatch((answer) -> answer.resultNow());
		}
		assertThat(this.requests.get()).isBetween(1, 50);
	}

	private static void assertIsUnavailable(AccountClient client) {
		assertThatThrownBy(() -> client.find(List.of("alice"))).isInstanceOfSatisfying(RefusalException.class,
				(problem) -> {
					assertThat(problem.code()).isEqualTo("service.unavailable");
					assertThat(problem.kind()).isEqualTo(RefusalKind.UNAVAILABLE);
					assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(2));
				});
	}

	private AccountClient client(String timeout) {
		return new AccountClient(
				new AccountSettings(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/accounts"),
						Duration.parse("PT" + timeout)));
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		if (this.silent) {
			awaitEnd();
		}
		var body = ALICE.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private void awaitEnd() {
		try {
			this.held.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
