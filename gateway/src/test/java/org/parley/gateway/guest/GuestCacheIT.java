package org.parley.gateway.guest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Within the gateway, in which answers live so long that no test outlives them. */
@GatewayTest
@TestPropertySource(properties = "parley.gateway.guest-cache.age=10m")
class GuestCacheIT {

	private static final String BODY = "{\"data\":\"" + "riddle ".repeat(1000) + "\"}";

	private static final AtomicInteger THREADS = new AtomicInteger();

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String path = "/api/v1/threads/%d/posts".formatted(THREADS.incrementAndGet());

	@BeforeEach
	void answer() {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(WireMock.get(this.path)
			.willReturn(WireMock.okJson(BODY)
				.withHeader("ETag", "W/\"t\"")
				.withHeader("Cache-Control", "no-cache")
				.withHeader("Vary", "Accept-Encoding, Authorization")
				.withHeader("X-Correlation-Id", "of-the-service")));
	}

	@AfterEach
	void forget() {
		Backends.FORUM.resetAll();
	}

	@Test
	void guestsShareAnswerButNoHeaderOfTheirRequests() throws Exception {
		var answers = List.of(get(Visitors.address()), get(Visitors.address()), get(Visitors.address()));
		assertThat(answers).extracting((one) -> new String(one.body(), StandardCharsets.UTF_8)).containsOnly(BODY);
		assertThat(answers).extracting((one) -> header(one, "X-Correlation-Id"))
			.doesNotHaveDuplicates()
			.doesNotContain("of-the-service");
		for (var answer : answers) {
			assertThat(header(answer, "ETag")).isEqualTo("W/\"t\"");
			assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
			assertThat(header(answer, "Content-Length")).isEqualTo("" + BODY.length());
			assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
			assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding, Authorization");
			assertThat(header(answer, "RateLimit")).startsWith("\"anonymous\";r=119;");
			assertThat(answer.headers().map()).containsKeys("strict-transport-security", "content-security-policy",
					"x-content-type-options", "referrer-policy", "permissions-policy", "ratelimit-policy");
		}
		assertAsked(1);
	}

	@Test
	void cachedAnswersUseQuota() throws Exception {
		var visitor = Visitors.address();
		for (int i = 0; i < 120; i++) {
			assertThat(get(visitor).statusCode()).isEqualTo(200);
		}
		assertThat(get(visitor).statusCode()).isEqualTo(429);
		assertAsked(1);
	}

	@Test
	void onlyOwnOriginIsAllowed() throws Exception {
		var known = get(Visitors.address(), "Origin", "http://localhost:5173");
		var unknown = get(Visitors.address(), "Origin", "https://evil.example");
		var none = get(Visitors.address());
		assertThat(header(known, "Access-Control-Allow-Origin")).isEqualTo("http://localhost:5173");
		assertThat(known.headers().allValues("Vary")).contains("Origin");
		for (var other : List.of(unknown, none)) {
			assertThat(other.statusCode()).isEqualTo(200);
			assertThat(other.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control"));
		}
		assertAsked(1);
	}

	@Test
	void compressedFormIsKept() throws Exception {
		var first = get(Visitors.address(), "Accept-Encoding", "gzip");
		var second = get(Visitors.address(), "Accept-Encoding", "gzip, br");
		for (var answer : List.of(first, second)) {
			assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
			assertThat(answer.body()).hasSizeLessThan(BODY.length() / 10);
			assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
		}
		assertThat(second.body()).isEqualTo(first.body());
		assertAsked(1);
	}

	@Test
	void knownTagNeedsNoContent() throws Exception {
		get(Visitors.address());
		var again = get(Visitors.address(), "If-None-Match", "W/\"t\"");
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(again.headers().map()).doesNotContainKeys("content-type", "content-length");
		assertAsked(1);
	}

	@Test
	void readersWithCredentialsAskService() throws Exception {
		get(Visitors.address());
		get(Visitors.address(), "Authorization", "Bearer none");
		get(Visitors.address(), "Cookie", "a=b");
		assertAsked(3);
	}

	@Test
	void connectionIsReadOnAfterWaitingRequestWasAnsweredFromMemory() throws Exception {
		get(Visitors.address());
		Backends.FORUM
			.stubFor(WireMock.get("/api/v1/threads/slow").willReturn(WireMock.ok("slow").withFixedDelay(200)));
		var known = "GET %s HTTP/1.1\r\nHost: localhost\r\n".formatted(this.path);
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			send(socket, "GET /api/v1/threads/slow HTTP/1.1\r\nHost: localhost\r\n\r\n" + known + "\r\n");
			var answers = new StringBuilder();
			while (answers.indexOf(BODY) < 0) {
				var bytes = new byte[BODY.length()];
				answers.append(new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.UTF_8));
			}
			send(socket, known + "Connection: close\r\n\r\n");
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).endsWith(BODY);
		}
	}

	private static void send(Socket socket, String request) throws IOException {
		socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().flush();
	}

	private HttpResponse<byte[]> get(String visitor, String... header) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + this.path))
			.version(HttpClient.Version.HTTP_1_1)
			.header("X-Forwarded-For", visitor);
		if (header.length > 0) {
			request.header(header[0], header[1]);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	private void assertAsked(int times) {
		Backends.FORUM.verify(times, WireMock.getRequestedFor(WireMock.urlEqualTo(this.path)));
	}

}
