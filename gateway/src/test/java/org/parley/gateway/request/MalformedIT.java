package org.parley.gateway.request;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.RawHttp;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class MalformedIT {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/auth/../../../metrics", "/api/v1/auth/%2e%2e/%2E%2E/metrics",
			"/api/v1/auth/..%2f..%2fmetrics", "/api/v1/auth/..;/..;/metrics", "/api/v1/auth/.", "/api/v1/auth/..",
			"/api/v1//auth", "//api/v1/auth", "/api/v1/auth/a%00b", "/api/v1/auth/a%0d%0aX: y", "/api/v1/auth/%5c",
			"/api/v1/auth/%zz", "/api/v1/auth/%4", "/api/v1/auth/%", "/api/v1/auth/%252e%252e/x", "/api/v1/auth?q=%ff",
			"/api/v1/auth?q=100%e4", "/api/v1/auth/100%?q=%25", "/api/v1/auth/a\\b", "/api/v1/auth/{id}",
			"/api/v1/auth/a|b", "/api/v1/auth/\u00e4", "/api/v1/auth?q=\u00e4", "/api/v1/auth/restore%2Daccount",
			"/api/v1/auth/forgot%2dpassword", "/oauth2/device%5Fverification", "/api/v1/auth/login/",
			"/api/v1/auth/%C1%ACogin", "/api/v1/auth?q=%E4" })
	void ambiguousAddressIsRefused(String target) throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, target);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertIsProblem(answer);
	}

	/**
	 * As old clients, command lines and copied addresses write them; the characters are
	 * octets.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '~', value = { "?q=a|b{}[] ?q=a%7Cb%7B%7D%5B%5D",
			"?filter[tag]=a&filter[tag]=b ?filter%5Btag%5D=a&filter%5Btag%5D=b", "?q=\"a\"&x=%22 ?q=%22a%22&x=%22",
			"?q=^`<> ?q=%5E%60%3C%3E", "?q=a\\b ?q=a%5Cb", "?q=gr\u00c3\u00b6\u00c3\u009fe ?q=gr%C3%B6%C3%9Fe",
			"?q=\u00e5\u00a4\u00a9 ?q=%E5%A4%A9", "?q=\u00f0\u009f\u0098\u0080 ?q=%F0%9F%98%80",
			"?q={\"a\":[1]} ?q=%7B%22a%22:%5B1%5D%7D", "?q=100% ?q=100%25", "?q=100%&x=%2 ?q=100%25&x=%252",
			"?q=%zz ?q=%25zz", "?q=%%% ?q=%25%25%25", "?q=%%34 ?q=%25%34", "?q=5%+VAT ?q=5%25+VAT",
			"?q=%25%252e ?q=%25%252e", "?q=%\u00c3\u00a4 ?q=%25%C3%A4", "?a?|/ ?a?%7C/",
			"/gr\u00c3\u00b6\u00c3\u009fe?a|b /gr%C3%B6%C3%9Fe?a%7Cb" })
	void rawAddressIsEncoded(String rest, String encoded) throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, "/api/v1/auth" + rest);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.body()).contains("/api/v1/auth" + encoded);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a?b=c%20d", "*", "http://[::1]/?a|b", "/api/v1/a{b}|[]", "/api/a\\b" })
	void otherAddressStays(String target) {
		assertThat(AddressEncoder.encode(target)).isEqualTo(target);
	}

	@ParameterizedTest
	@CsvSource({ "/tags/[a]|{b}^, /tags/%5Ba%5D%7C%7Bb%7D%5E", "/tags/100%, /tags/100%25",
			"/api/v1/a%zz, /api/v1/a%25zz", "/tags/a\\b, /tags/a%5Cb" })
	void signsOfPagesAreEncoded(String target, String encoded) {
		assertThat(AddressEncoder.encode(target)).isEqualTo(encoded);
	}

	/** What follows refuses these signs in any path. */
	@ParameterizedTest
	@ValueSource(strings = { "/tags/100%", "/a%zz", "/a\\b", "/search/100%?q=a" })
	void readerOfPageWithAmbiguousAddressGetsPage(String typed) throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, typed, "Accept: text/html", "Accept-Language: de");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.body()).contains("<html lang=\"de\"");
	}

	@Test
	void addressThatBecomesTooLongStays() {
		assertThat(AddressEncoder.encode("/?" + "|".repeat(3_000))).endsWith("|");
	}

	/** People type such addresses, and programs write them. */
	@ParameterizedTest
	@CsvSource({ "/people/alice/, /people/alice", "//threads/1, /threads/1", "/threads//1?post=2, /threads/1?post=2",
			"/people/%61lice%2Db, /people/alice-b", "/search/?q=a%20b, /search?q=a%20b",
			"/tags/c%2B%2B/, /tags/c%2B%2B", "//evil.example, /evil.example", "//evil.example/%2f, ''",
			"/people/../api, ''", "/people/%2e%2e/x, ''", "/%61pi/v1/auth, ''", "/people/a/?q=%zz, /people/a?q=%25zz",
			"/people/a/?q=%ff, ''", "/%6Fauth2/login, ''" })
	void readerOfPageIsSentToItsPlainAddress(String typed, String plain) throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, typed);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(plain.isEmpty() ? 400 : 301);
		assertThat(
				answer.headers().stream().filter((header) -> header.toLowerCase(Locale.ROOT).startsWith("location:")))
			.containsExactlyElementsOf(plain.isEmpty() ? List.of() : List.of("Location: " + plain));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "ex ample.org", "[::1", "localhost:port", "a/b", "a@b", "<script>", "" })
	void invalidHostIsRefused(String host) throws IOException {
		RawHttp.Answer answer = RawHttp.send(this.port,
				"GET /api/v1/auth HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertIsProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GARBAGE\r\n\r\n", "GET\r\n\r\n",
			"GET /api/v1/auth HTTP/1.1\r\nHost: a\r\nBroken header\r\n\r\n",
			"GET /api/v1/auth HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
			"POST /api/v1/auth HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
			"POST /api/v1/auth HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\nx" })
	void malformedHttpIsRefused(String request) throws IOException {
		RawHttp.Answer answer = RawHttp.send(this.port, request);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertIsProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n",
			"Transfer-Encoding: chunked\r\n\r\n5\r\nabcdeXX\r\n" })
	void malformedChunkIsRefused(String rest) throws IOException {
		RawHttp.Answer answer = RawHttp.send(this.port,
				"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + rest);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
	}

	/** Bytes that a service might read as a request of its own. */
	private static final String NEXT = "GET /api/v1/auth HTTP/1.1\r\nHost: a\r\n\r\n";

	static Stream<Arguments> ambiguousRequests() {
		return Stream.of(Arguments.of("no host", "GET /api/v1/auth HTTP/1.1\r\n\r\n", 400),
				Arguments.of("two hosts", "GET /api/v1/auth HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
				Arguments.of("the same host twice", "GET /api/v1/auth HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
				Arguments.of("two hosts in a line", "GET /api/v1/auth HTTP/1.1\r\nHost: a, b\r\n\r\n", 400),
				Arguments.of("an empty host and a host", "GET / HTTP/1.1\r\nHost:\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address of another host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address of another port", "GET http://a:81/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address with a user", "GET http://a@b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address of a longer host", "GET http://a.b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address of another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
				Arguments.of("an address without a Host line", "GET http://a/ HTTP/1.0\r\n\r\n", 400),
				Arguments.of("HTTP/1.0 with two hosts", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400),
				encoded("Transfer-Encoding: gzip\r\n", 400), encoded("Transfer-Encoding: identity\r\n", 400),
				encoded("Transfer-Encoding: xchunked\r\n", 400), encoded("Transfer-Encoding: chunked, gzip\r\n", 400),
				encoded("Transfer-Encoding: gzip, chunked\r\n", 400),
				encoded("Transfer-Encoding: \"chunked\"\r\n", 400),
				encoded("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400),
				encoded("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400),
				encoded("Transfer-Encoding:\r\n", 400), encoded("Transfer-Encoding: chunked;q=1\r\n", 400),
				encoded("Transfer-Encoding: gzip\r\nContent-Length: 3\r\n", 400),
				encoded("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", 400),
				encoded("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", 400),
				encoded("Content-Length: 3\r\nTransfer-Encoding : chunked\r\n", 400),
				encoded("Content-Length: 3\r\n Transfer-Encoding: chunked\r\n", 400),
				encoded("Content-Length: 3\r\nContent-Length: 4\r\n", 400), encoded("Content-Length: 3, 4\r\n", 400),
				encoded("Content-Length: 0x3\r\n", 400), encoded("Content-Length: +3\r\n", 400),
				Arguments.of("chunks of HTTP/1.0",
						"POST /api/v1/auth HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400));
	}

	private static Arguments encoded(String headers, int status) {
		return Arguments.of(headers, "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n", status);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ambiguousRequests")
	void ambiguousRequestIsAnsweredOnceAndEndsTheConnection(String what, String request, int status)
			throws IOException {
		RawHttp.Answer answer = RawHttp.send(this.port, request + NEXT + NEXT);
		assertThat(answer.status()).as(what + answer).isEqualTo(status);
		assertIsProblem(answer);
		assertThat(answer.body()).as(what).doesNotContain("HTTP/1.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a/livez", "HTTP://A/livez", "https://a/livez", "http://a/livez?" })
	void wholeAddressOfTheSameHostIsServed(String target) throws IOException {
		assertThat(
				RawHttp.send(this.port, "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status())
			.isEqualTo(200);
	}

	@Test
	void http10NeedsNoHost() throws IOException {
		assertThat(RawHttp.send(this.port, "GET /livez HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
	}

	@Test
	void webSocketElsewhereIsRefused() throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, "/api/v1/auth", "Connection: Upgrade", "Upgrade: websocket",
				"Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
		assertThat(answer.status()).isEqualTo(400);
		assertIsProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x",
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" })
	void invalidHandshakeIsRefused(String headers) throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, "/socket.io/?EIO=4&transport=websocket", "Upgrade: websocket",
				headers);
		assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
	}

	@Test
	void tooLongAddressIsRefused() throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, "/api/v1/auth/" + "a".repeat(20_000));
		assertThat(answer.status()).isEqualTo(414);
		assertIsProblem(answer);
		assertThat(answer.body()).contains("request.uri-too-long");
	}

	@Test
	void tooManyHeadersAreRefused() throws IOException {
		RawHttp.Answer answer = RawHttp.get(this.port, "/api/v1/auth", "X-Long: " + "a".repeat(40_000));
		assertThat(answer.status()).isEqualTo(431);
		assertIsProblem(answer);
		assertThat(answer.body()).contains("request.headers-too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 100\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n" })
	void bodyThatDoesNotArriveInTimeIsRefused(String rest) throws IOException {
		RawHttp.Answer answer = RawHttp.sendPart(this.port,
				"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + rest);
		assertThat(answer.status()).isEqualTo(408);
		assertIsProblem(answer);
		assertThat(answer.body()).contains("request.timeout");
	}

	private static void assertIsProblem(RawHttp.Answer answer) {
		assertThat(answer.headers()).as(answer.toString())
			.anyMatch((line) -> line.equalsIgnoreCase("Content-Type: application/problem+json"));
		assertThat(answer.body()).contains("urn:parley:problem:request.", "\"correlationId\":");
		assertThat(answer.has("X-Correlation-Id")).isTrue();
		assertThat(answer.has("X-Content-Type-Options")).isTrue();
	}

}
