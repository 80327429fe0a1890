package org.parley.launcher.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApiUserTests {

	private static final String PROBLEM = """
			{"status":409,"code":"thread.locked","detail":"The thread is locked.","correlationId":"c1"}""";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<String> keys = new CopyOnWriteArrayList<>();

	private final HttpServer server = server();

	private final GatewayClient gatewayClient = new GatewayClient(
			URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));

	@BeforeEach
	void start() {
		this.server.createContext("/api/v1/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.gatewayClient.close();
		this.server.stop(0);
	}

	@Test
	void requestHasOwnAddressAndToken() {
		this.gatewayClient.guest().signedIn("t1").post("/things", Map.of("a", 1)).is(200);
		assertThat(this.requests).singleElement()
			.asString()
			.matches("POST /api/v1/things 198\\.1[89]\\.\\d+\\.\\d+ Bearer t1 application/json \\{\"a\":1}");
	}

	@Test
	void rateLimitedRequestIsRepeatedAfterRetryAfter() {
		this.gatewayClient.guest().get("/slowly").is(200);
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void insistingRepeatsWhatNoServiceAnswersWithTheSameKey() {
		this.gatewayClient.guest().insist("POST", "/busy", Map.of("a", 1)).is(201);
		assertThat(this.keys).hasSize(3).doesNotContainNull();
		assertThat(Set.copyOf(this.keys)).hasSize(1);
	}

	@Test
	void insistingDoesNotRepeatWhatIsRefused() {
		this.gatewayClient.guest().insist("POST", "/refused", null).is(409);
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void refusalIsCheckedByStatusAndCode() {
		var answer = this.gatewayClient.guest().get("/refused");
		assertThat(answer.refused(409, "thread.locked").refusal())
			.isEqualTo("409 thread.locked: The thread is locked.");
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(() -> answer.refused(409, "other.code"))
			.withMessageContainingAll("expected the code other.code", "GET /api/v1/refused", "thread.locked");
	}

	@Test
	void secretsAreMaskedInFailures() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> this.gatewayClient.guest().post("/things", Map.of("password", "open sesame")).is(201))
			.withMessageContaining("expected status 201")
			.withMessageNotContaining("sesame");
	}

	@Test
	void awaitRepeatsUntilResponseIsExpected() {
		Await.within(Duration.ofMinutes(1),
				() -> this.gatewayClient.guest().get("/things").expect(this.requests.size() > 2, "a third request"));
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void awaitAsksLessAndLessOften() {
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(
				() -> Await.within(Duration.ofMillis(300), () -> this.gatewayClient.guest().get("/things").is(404)));
		assertThat(this.requests).hasSizeLessThan(9);
	}

	@Test
	void awaitTimeoutThrowsLastFailure() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> Await.within(Duration.ZERO, () -> this.gatewayClient.guest().get("/things").is(404)))
			.withMessageContaining("expected status 404");
	}

	@Test
	void addressesAreReservedForBenchmarks() {
		assertThat(List.of(GatewayClient.address(0), GatewayClient.address(GatewayClient.ADDRESSES - 1),
				GatewayClient.address(GatewayClient.ADDRESSES)))
			.containsExactly("198.18.0.0", "198.19.255.255", "198.18.0.0");
	}

	private void answer(HttpExchange exchange) throws IOException {
		var headers = exchange.getRequestHeaders();
		this.requests.add("%s %s %s %s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(),
				headers.getFirst("X-Forwarded-For"), headers.getFirst("Authorization"),
				headers.getFirst("Content-Type"),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		switch (exchange.getRequestURI().getPath()) {
			case "/api/v1/refused" -> send(exchange, 409, PROBLEM);
			case "/api/v1/busy" -> {
				this.keys.add(headers.getFirst("Idempotency-Key"));
				switch (this.keys.size()) {
					case 1 -> send(exchange, 504, "{}");
					case 2 -> send(exchange, 409, PROBLEM.replace("thread.locked", "idempotency.in-progress"));
					default -> send(exchange, 201, "{}");
				}
			}
			case "/api/v1/slowly" -> send(exchange, (this.requests.size() < 3) ? 429 : 200, "{}");
			default -> send(exchange, 200, "{}");
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		exchange.getResponseHeaders()
			.set("Content-Type", (status == 200) ? "application/json" : "application/problem+json");
		exchange.getResponseHeaders().set("Retry-After", "1");
		exchange.sendResponseHeaders(status, body.length());
		try (var stream = exchange.getResponseBody()) {
			stream.write(body.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static HttpServer server() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
