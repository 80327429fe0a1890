package org.parley.e2e;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.Refusals;
import org.parley.running.RunningSystem;

/**
 * Malformed HTTP requests are refused by the gateway with problem documents.
 */
@EndToEnd
class MalformedHttpIT {

	private static final int TIMEOUT_MILLIS = 10_000;

	private static final int ATTEMPTS = 5;

	private final GatewayClient gatewayClient;

	MalformedHttpIT(RunningSystem system) {
		this.gatewayClient = system.gateway();
	}

	@TestFactory
	Stream<DynamicTest> malformedHttpIsRefused() {
		var requests = new LinkedHashMap<String, String>();
		requests.put("a truncated escape in the path", "GET /api/v1/threads/%4 HTTP/1.1\r\nHost: a\r\n");
		requests.put("an invalid escape in the path", "GET /api/v1/threads/%zz HTTP/1.1\r\nHost: a\r\n");
		requests.put("an invalid escape in the query", "GET /api/v1/threads?tag=%ff HTTP/1.1\r\nHost: a\r\n");
		requests.put("a brace in the path", "GET /api/v1/threads/{id} HTTP/1.1\r\nHost: a\r\n");
		requests.put("a dot segment", "GET /api/v1/threads/../users/me HTTP/1.1\r\nHost: a\r\n");
		requests.put("a path parameter", "GET /api/v1/threads;a=b HTTP/1.1\r\nHost: a\r\n");
		requests.put("a malformed host", "GET /api/v1/threads HTTP/1.1\r\nHost: a b\r\n");
		requests.put("no host", "GET /api/v1/threads HTTP/1.1\r\n");
		requests.put("two hosts", "GET /api/v1/threads HTTP/1.1\r\nHost: a\r\nHost: b\r\n");
		requests.put("a length and chunks",
				"POST /api/v1/posts HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n");
		requests.put("two lengths",
				"POST /api/v1/posts HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n");
		requests.put("a malformed length", "POST /api/v1/posts HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n");
		requests.put("a header without a colon", "GET /api/v1/threads HTTP/1.1\r\nHost: a\r\nnonsense\r\n");
		return requests.entrySet()
			.stream()
			.map((request) -> DynamicTest.dynamicTest(request.getKey(), () -> Refusals
				.check(send(request.getValue() + "Connection: close\r\n\r\n"), 400, "request.malformed")));
	}

	@TestFactory
	Stream<DynamicTest> oversizedRequestIsRefused() {
		return Map.of("a long address", "GET /api/v1/threads?tag=" + "x".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n",
				"long headers", "GET /api/v1/threads HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(70_000) + "\r\n",
				"an announced body that is too large",
				"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n")
			.entrySet()
			.stream()
			.map((request) -> DynamicTest.dynamicTest(request.getKey(), () -> {
				var answer = send(request.getValue() + "Connection: close\r\n\r\n");
				answer.expect(List.of(413, 414, 431).contains(answer.status()), "413, 414 or 431");
				Refusals.check(answer, answer.status(), "");
			}));
	}

	/**
	 * Requests of one guest that a service answers by closing the connection, if at all:
	 * the next reader of the same route has an answer.
	 */
	@TestFactory
	Stream<DynamicTest> oddRequestsOfGuestStopNoRoute() throws IOException {
		return Pattern.compile("Path=(/[^,{\"]*)")
			.matcher(Files.readString(Path.of("../../config-repo/gateway.yml")))
			.results()
			.map((route) -> route.group(1).replaceFirst("\\*\\*$", route.group(1).startsWith("/socket.io") ? "" : "x"))
			.map((path) -> path.endsWith("/") && path.startsWith("/api") ? path + "x" : path)
			.distinct()
			.map((path) -> DynamicTest.dynamicTest(path, () -> {
				// An address of its own, whose limit neither this path nor another test
				// reaches.
				var start = " %s HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.%d\r\nConnection: close\r\n"
					.formatted(path, Math.floorMod(path.hashCode(), 256));
				for (var method : List.of("CONNECT", "TRACE", "PROPFIND", "get", "M-SEARCH")) {
					Refusals.check(send(method + start + "\r\n"), 405, "request.method-not-allowed");
				}
				for (var rest : List.of("Content-Length: 20000\r\n\r\n" + "x".repeat(20_000),
						"Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{", "Upgrade: h2c\r\n\r\n",
						"Content-Type: multipart/form-data\r\nContent-Length: 1\r\n\r\nx",
						"X: " + "x".repeat(16_000) + "\r\n\r\n")) {
					for (var method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")) {
						var answer = send(method + start + rest);
						answer.expect(answer.status() >= 200 && answer.status() < 500, "no failure");
					}
				}
			}));
	}

	/** Where routes begin, without what follows. */
	@TestFactory
	Stream<DynamicTest> beginningOfRouteIsNoFailure() throws IOException {
		return Pattern.compile("(?<=Path=|,)/[\\w./-]+")
			.matcher(Files.readString(Path.of("../../config-repo/gateway.yml")))
			.results()
			.map((path) -> path.group().replaceFirst("/$", ""))
			.distinct()
			.map((path) -> DynamicTest.dynamicTest(path, () -> {
				var from = "X-Forwarded-For: 198.51.100.%d".formatted(Math.floorMod(path.hashCode(), 256));
				for (var method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")) {
					for (var query : List.of("", "?", "?a=%F0%9F%98%80&a=&=")) {
						var start = method + " " + path + query + " HTTP/1.1\r\nHost: a\r\n";
						var answer = send(start + from + "\r\nConnection: close\r\n\r\n");
						answer.expect(answer.status() >= 200 && answer.status() < 500, "no failure");
					}
				}
			}));
	}

	/**
	 * Sends a request, and again if its answer was lost: a connection that is closed
	 * before the whole body was read may be reset.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112</a>
	 */
	private GatewayResponse send(String request) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				return parse(request, exchange(request));
			}
			catch (SocketException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private String exchange(String request) throws IOException {
		try (var socket = new Socket(this.gatewayClient.address().getHost(), this.gatewayClient.address().getPort())) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static GatewayResponse parse(String request, String answer) {
		var end = answer.indexOf("\r\n\r\n");
		var lines = Arrays.asList(answer.substring(0, Math.max(0, end)).split("\r\n", -1));
		var headers = new LinkedHashMap<String, List<String>>();
		lines.stream()
			.skip(1)
			.map((line) -> line.split(": ", 2))
			.forEach((header) -> headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), (_) -> new ArrayList<>())
				.add(header[1]));
		var status = lines.getFirst().split(" ", -1);
		return new GatewayResponse(new GatewayRequest("RAW", request.lines().findFirst().orElse(""), Map.of(), null),
				(status.length > 1) ? Integer.parseInt(status[1]) : 0, HttpHeaders.of(headers, (_, _) -> true),
				answer.substring(end + 4));
	}

}
