package org.parley.gateway.guest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Within the gateway, in which pages live so long that no test outlives them. */
@GatewayTest
@TestPropertySource(properties = "parley.gateway.guest-cache.age=10m")
class GuestPagesIT {

	private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

	private static final String HTML = "<p>riddle</p>".repeat(500);

	private static final AtomicInteger THREADS = new AtomicInteger();

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String thread = "guest-page-" + THREADS.incrementAndGet();

	private final Backends.StubPage page = Backends.showPage("/threads/" + this.thread, 200, HTML);

	@AfterEach
	void forget() {
		Backends.FORUM.resetAll();
	}

	@Test
	void guestsShareCompressedPage() throws Exception {
		for (var coding : new String[] { "gzip, deflate, br", "gzip" }) {
			var answer = get(Visitors.address(), "Accept-Encoding", coding);
			assertThat(unzip(answer.body())).isEqualTo(HTML + "en");
			assertThat(header(answer, "ETag")).startsWith("W/\"");
			assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
			assertThat(header(answer, "Content-Language")).isEqualTo("en");
			assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; script-src 'self'");
			assertThat(header(answer, "RateLimit")).startsWith("\"pages\";r=599;");
			assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Language, Cookie",
					"Accept-Encoding");
			assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
		}
		assertThat(this.page.asked()).hasValue(1);
	}

	@Test
	void everyLanguageHasItsPage() throws Exception {
		assertThat(text(get(Visitors.address(), "Accept-Language", "de-AT,de;q=0.8"))).endsWith("de");
		assertThat(text(get(Visitors.address(), "Cookie", "parley_language=de"))).endsWith("de");
		assertThat(text(get(Visitors.address(), "Accept-Language", "en-GB,de;q=0.3"))).endsWith("en");
		assertThat(this.page.asked()).hasValue(2);
	}

	@Test
	void knownTagNeedsNoContent() throws Exception {
		var tag = header(get(Visitors.address()), "ETag");
		var again = get(Visitors.address(), "If-None-Match", tag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(this.page.asked()).hasValue(1);
	}

	@Test
	void signedInReadersReachWebClient() throws Exception {
		get(Visitors.address());
		get(Visitors.address(), "Cookie", "parley_web_session=e30");
		get(Visitors.address(), "Cookie", "parley_language=de; parley_web_session=e30");
		assertThat(this.page.asked()).hasValue(3);
	}

	@Test
	void pagesFromMemoryAreReportedAsViews() throws Exception {
		Backends.FORUM.stubFor(WireMock.post("/internal/views").willReturn(WireMock.aResponse().withStatus(202)));
		var first = Visitors.address();
		var second = Visitors.address();
		get(first, "User-Agent", BROWSER);
		get(second, "User-Agent", BROWSER);
		get(Visitors.address(), "User-Agent", BROWSER, "Sec-Purpose", "prefetch");
		get(Visitors.address(), "User-Agent", "x".repeat(513));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> Backends.FORUM.verify(1,
					WireMock.postRequestedFor(WireMock.urlEqualTo("/internal/views"))
						.withRequestBody(WireMock.containing("\"" + second + "\""))
						.withRequestBody(WireMock.containing("\"" + this.thread + "\""))));
		Backends.FORUM.verify(0, WireMock.postRequestedFor(WireMock.urlEqualTo("/internal/views"))
			.withRequestBody(WireMock.containing("\"" + first + "\"")));
	}

	@Test
	void reportsContinueAfterRefusal() throws Exception {
		Backends.FORUM.stubFor(WireMock.post("/internal/views").willReturn(WireMock.serverError()));
		get(Visitors.address());
		var report = WireMock.postRequestedFor(WireMock.urlEqualTo("/internal/views"))
			.withRequestBody(WireMock.containing("\"" + this.thread + "\""));
		get(Visitors.address(), "User-Agent", BROWSER);
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Backends.FORUM.verify(1, report));
		get(Visitors.address(), "User-Agent", BROWSER);
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Backends.FORUM.verify(2, report));
	}

	private HttpResponse<byte[]> get(String visitor, String... headers) throws IOException, InterruptedException {
		var request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/threads/%s".formatted(this.port, this.thread)))
			.version(HttpClient.Version.HTTP_1_1)
			.header("X-Forwarded-For", visitor);
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	private static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	private static String unzip(byte[] bytes) throws IOException {
		try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
