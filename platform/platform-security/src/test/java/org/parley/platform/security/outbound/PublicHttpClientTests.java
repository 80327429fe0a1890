package org.parley.platform.security.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

class PublicHttpClientTests {

	private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort().containerThreads(40));

	private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

	/**
	 * The server may record a request of an earlier test late, so these tests have a path
	 * of their own.
	 */
	private static final String REFUSED = "/refused";

	@BeforeAll
	static void start() {
		SERVER.start();
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@BeforeEach
	void reset() {
		SERVER.resetAll();
	}

	@Test
	void postSendsBytesAndReturnsResponse() throws Exception {
		SERVER.stubFor(post("/hook")
			.willReturn(aResponse().withStatus(202).withBody("thanks").withHeader("Retry-After", "7")));
		try (var outside = free()) {
			var outcome = outside.post(uri("127.0.0.1", "/hook"), Map.of("webhook-id", "m1"), BODY);
			assertThat(outcome.isSuccess()).isTrue();
			assertThat(outcome.body()).isEqualTo("thanks");
			assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		}
		SERVER.verify(1, postRequestedFor(urlEqualTo("/hook")).withHeader("webhook-id", equalTo("m1"))
			.withHeader("Content-Type", equalTo("application/json; charset=UTF-8")));
		assertThat(SERVER.getAllServeEvents().getFirst().getRequest().getBody()).isEqualTo(BODY);
	}

	/** The clock of the endpoint may be wrong. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mon, 02 Mar 2026 10:01:00 GMT | Mon, 02 Mar 2026 10:00:00 GMT | PT1M
			Mon, 02 Mar 2026 09:00:00 GMT | Mon, 02 Mar 2026 10:00:00 GMT |
			Mon, 09 Mar 2026 10:00:00 GMT | Mon, 02 Mar 2026 10:00:00 GMT | PT24H
			soon                          | Mon, 02 Mar 2026 10:00:00 GMT |
			""")
	void dateOfRetryIsComparedWithTheDateOfTheResponse(String retryAfter, String date, @Nullable Duration wait)
			throws Exception {
		SERVER.stubFor(post("/hook")
			.willReturn(aResponse().withStatus(503).withHeader("Date", date).withHeader("Retry-After", retryAfter)));
		try (var outside = free()) {
			assertThat(outside.post(uri("127.0.0.1", "/hook"), Map.of(), BODY).retryAfter()).isEqualTo(wait);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "2130706433", "127.1", "0x7f000001", "0177.0.0.1", "[::1]",
			"[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0" })
	void loopbackAddressIsRefused(String host) throws Exception {
		SERVER.stubFor(post(REFUSED).willReturn(aResponse().withStatus(200)));
		try (var outside = strict(SystemDefaultDnsResolver.INSTANCE)) {
			assertThat(outside.post(uri(host, REFUSED), Map.of(), BODY).status()).isNull();
		}
		SERVER.verify(0, postRequestedFor(urlEqualTo(REFUSED)));
	}

	@Test
	void hostResolvingToPrivateAddressIsRefused() throws Exception {
		SERVER.stubFor(post(REFUSED).willReturn(aResponse().withStatus(200)));
		try (var outside = strict(names("127.0.0.1"))) {
			var outcome = outside.post(uri("hooks.example.org", REFUSED), Map.of(), BODY);
			assertThat(outcome.error()).isEqualTo("The host resolves to an address outside the public Internet");
		}
		SERVER.verify(0, postRequestedFor(urlEqualTo(REFUSED)));
	}

	@Test
	void oneForbiddenAddressRefusesHost() throws Exception {
		try (var outside = strict(names("1.1.1.1", "10.0.0.1"))) {
			assertThat(outside.post(uri("hooks.example.org", "/hook"), Map.of(), BODY).error())
				.isEqualTo("The host resolves to an address outside the public Internet");
		}
	}

	/** Resolves a public address first and a private one after it (DNS rebinding). */
	@Test
	void connectionUsesResolvedAddress() throws Exception {
		SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
		var asked = new AtomicInteger();
		try (var outside = new PublicHttpClient(settings(true), new Names("127.0.0.1") {

			@Override
			public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
				asked.incrementAndGet();
				return super.resolve(host);
			}

		})) {
			assertThat(outside.post(uri("hooks.example.org", "/hook"), Map.of(), BODY).status()).isEqualTo(200);
		}
		assertThat(asked).hasValue(1);
		SERVER.verify(1, postRequestedFor(urlEqualTo("/hook")).withHeader("Host",
				equalTo("hooks.example.org:" + SERVER.port())));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectsAreNotFollowed(int status) throws Exception {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(status).withHeader("Location", "/other")));
		try (var outside = free()) {
			var outcome = outside.post(uri("127.0.0.1", "/hook"), Map.of(), BODY);
			assertThat(outcome.status()).isEqualTo(status);
			assertThat(outcome.isSuccess()).isFalse();
		}
		SERVER.verify(0, postRequestedFor(urlEqualTo("/other")));
	}

	@Test
	void slowResponseTimesOut() throws Exception {
		SERVER.stubFor(post("/slow").willReturn(aResponse().withStatus(200).withFixedDelay(5_000)));
		try (var outside = free()) {
			var outcome = outside.post(uri("127.0.0.1", "/slow"), Map.of(), BODY);
			assertThat(outcome.status()).isNull();
			assertThat(outcome.isEndpointFailure()).isTrue();
			assertThat(outcome.took()).isLessThan(Duration.ofSeconds(4));
		}
	}

	/** Several subscriptions may share a host. */
	@Test
	void slowResponsesDoNotDelayOthersOfHost() throws Exception {
		SERVER.stubFor(post("/slow").willReturn(aResponse().withStatus(200).withFixedDelay(6_000)));
		SERVER.stubFor(post("/fast").willReturn(aResponse().withStatus(200)));
		try (var others = Executors.newVirtualThreadPerTaskExecutor(); var outside = patient()) {
			var begun = new CountDownLatch(12);
			for (int i = 0; i < 12; i++) {
				others.execute(() -> {
					begun.countDown();
					outside.post(uri("127.0.0.1", "/slow"), Map.of(), BODY);
				});
			}
			begun.await();
			var outcome = outside.post(uri("127.0.0.1", "/fast"), Map.of(), BODY);
			assertThat(outcome.status()).isEqualTo(200);
			assertThat(outcome.took()).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void endlessResponseKeepsItsStatus() throws Exception {
		SERVER.stubFor(post("/drip")
			.willReturn(aResponse().withStatus(200).withBody("x".repeat(200)).withChunkedDribbleDelay(100, 20_000)));
		try (var outside = free()) {
			var outcome = outside.post(uri("127.0.0.1", "/drip"), Map.of(), BODY);
			assertThat(outcome.status()).isEqualTo(200);
			assertThat(outcome.took()).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void longResponseIsTruncated() throws Exception {
		SERVER.stubFor(post("/long").willReturn(aResponse().withStatus(200).withBody("x".repeat(5_000_000))));
		try (var outside = free()) {
			var outcome = outside.post(uri("127.0.0.1", "/long"), Map.of(), BODY);
			assertThat(outcome.status()).isEqualTo(200);
			assertThat(String.valueOf(outcome.body()).length()).isLessThanOrEqualTo(8 * 1024);
		}
	}

	/** They would fill the memory until the time is up. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Filling: yes\r\n", "x", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x" })
	void endlessHeadersEndTheConnection(String repeated) throws Exception {
		var sent = new AtomicLong();
		try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var outside = free()) {
			var server = Thread.startVirtualThread(() -> sendEndlessly(listening, repeated, sent));
			var address = URI.create("http://127.0.0.1:%d/".formatted(listening.getLocalPort()));
			outside.post(address, Map.of(), BODY);
			server.join();
		}
		assertThat(sent.get()).isLessThan(32L * 1024 * 1024);
	}

	private static void sendEndlessly(ServerSocket listening, String repeated, AtomicLong sent) {
		try (var accepted = listening.accept(); var answer = accepted.getOutputStream()) {
			answer.write((repeated.startsWith("HTTP") ? repeated : "HTTP/1.1 200 OK\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			var block = (repeated.startsWith("HTTP") ? "x" : repeated).repeat(4_000)
				.getBytes(StandardCharsets.US_ASCII);
			while (true) {
				answer.write(block);
				sent.addAndGet(block.length);
			}
		}
		catch (IOException ex) {
			// The client has closed the connection.
		}
	}

	@Test
	void brokenConnectionHasNoResponse() throws Exception {
		SERVER.stubFor(post("/broken").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		try (var outside = patient()) {
			assertThat(outside.post(uri("127.0.0.1", "/broken"), Map.of(), BODY).error())
				.isEqualTo("There was no response");
			assertThat(outside.post(uri("no-such-name.invalid", "/"), Map.of(), BODY).status()).isNull();
		}
	}

	private static PublicHttpClient free() {
		return new PublicHttpClient(settings(true), SystemDefaultDnsResolver.INSTANCE);
	}

	/** Waits for responses also on a busy machine. */
	private static PublicHttpClient patient() {
		return new PublicHttpClient(
				new PublicHttpSettings("Parley-Tests/1.0", true, Duration.ofSeconds(5), Duration.ofSeconds(20)));
	}

	private static PublicHttpClient strict(DnsResolver names) {
		return new PublicHttpClient(settings(false), names);
	}

	private static PublicHttpSettings settings(boolean free) {
		return new PublicHttpSettings("Parley-Tests/1.0", free, Duration.ofMillis(500), Duration.ofSeconds(1));
	}

	private static URI uri(String host, String path) {
		return URI.create("http://" + host + ":" + SERVER.port() + path);
	}

	private static DnsResolver names(String... addresses) {
		return new Names(addresses);
	}

	/** Resolves every host to the same addresses. */
	private static class Names implements DnsResolver {

		private final String[] addresses;

		Names(String... addresses) {
			this.addresses = addresses;
		}

		@Override
		public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
			var found = new InetAddress[this.addresses.length];
			for (int i = 0; i < found.length; i++) {
				found[i] = InetAddress.getByAddress(host, InetAddress.getByName(this.addresses[i]).getAddress());
			}
			return found;
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
