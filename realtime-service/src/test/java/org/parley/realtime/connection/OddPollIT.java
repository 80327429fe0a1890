package org.parley.realtime.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

/** Every request has an answer before its connection closes, whatever it is. */
class OddPollIT extends RealtimeIT {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	/** One more than a client's message may have. */
	private static final int TOO_MANY = 256 * 1024 + 1;

	private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

	static Stream<Arguments> requests() {
		return Stream
			.concat(Stream
				.of("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get",
						"X".repeat(300))
				.flatMap((method) -> Stream.of(Arguments.of(method + " of a session", method + " SESSION", 0, ""),
						Arguments.of(method + " elsewhere", method + " /x", 404, ""),
						Arguments.of(method + " with a body", method + " SESSION", 0, body("1")), Arguments
							.of(method + " with a large body", method + " SESSION", 413, body("4".repeat(TOO_MANY))))),
					odd());
	}

	private static Stream<Arguments> odd() {
		return Stream.of(Arguments.of("a poll with a large body", "GET SESSION", 413, body("4".repeat(TOO_MANY))),
				Arguments.of("much too large", "POST SESSION", 413, body("4".repeat(2 * TOO_MANY))),
				Arguments.of("announced and not sent", "POST SESSION", 413, "Content-Length: 300000\r\n\r\n"),
				Arguments.of("large in chunks", "POST SESSION", 413,
						"Transfer-Encoding: chunked\r\n\r\n" + chunk("4".repeat(TOO_MANY / 2 + 1)).repeat(2)
								+ "0\r\n\r\n"),
				Arguments.of("expected", "POST SESSION", 413, "Expect: 100-continue\r\nContent-Length: 300000\r\n\r\n"),
				Arguments.of("an unknown packet", "POST SESSION", 0, body("9")),
				Arguments.of("an empty packet", "POST SESSION", 0, body("")),
				Arguments.of("many packets", "POST SESSION", 0, body("2\u001e".repeat(200))),
				Arguments.of("a binary packet", "POST SESSION", 0, body("451-[{\"_placeholder\":true,\"num\":0}]")),
				Arguments.of("a broken event", "POST SESSION", 0, body("42[")),
				Arguments.of("octets", "POST SESSION", 0, body("\u0000\u00ff\u0001")),
				Arguments.of("a wrong chunk", "POST SESSION", 400, "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
				Arguments.of("a wrong length", "POST SESSION", 400, "Content-Length: x\r\n\r\n"),
				Arguments.of("a WebSocket without upgrade", "GET /socket.io/?EIO=4&transport=websocket", 400, ""),
				Arguments.of("a WebSocket without key", "GET /socket.io/?EIO=4&transport=websocket", 400,
						"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n"),
				Arguments.of("a POST of a WebSocket", "POST /socket.io/?EIO=4&transport=websocket", 400, body("1")),
				Arguments.of("another version", "GET /socket.io/?EIO=3&transport=polling", 400, ""),
				Arguments.of("no query", "GET /socket.io/", 400, ""),
				Arguments.of("an unknown session", "POST " + POLLING + "&sid=x", 400, body("1")),
				Arguments.of("two sessions", "GET SESSION&sid=x", 400, ""),
				Arguments.of("a wrong escape", "GET " + POLLING + "&a=%zz", 400, ""),
				Arguments.of("a long address", "GET /socket.io/?" + "x".repeat(9_000), 0, ""),
				Arguments.of("long headers", "GET SESSION", 0, "X: " + "x".repeat(40_000) + "\r\n\r\n"),
				Arguments.of("no HTTP", "x", 400, ""));
	}

	private static String body(String text) {
		return "Content-Length: " + text.length() + "\r\n\r\n" + text;
	}

	private static String chunk(String text) {
		return "%x\r\n%s\r\n".formatted(text.length(), text);
	}

	@Test
	void clientThatAsksForBase64IsAnsweredAsOthers() throws Exception {
		assertThat(get(POLLING + "&b64=1")).startsWith("0{\"sid\":");
		var session = openPolling() + "&b64=1";
		assertThat(send("POST " + session + " HTTP/1.1\r\nHost: a\r\n" + body("40{\"token\":\"x\"}")))
			.startsWith("HTTP/1.1 200");
		assertThat(get(session)).startsWith("4");
	}

	/** Status 0 stands for any that is no failure of the service. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("requests")
	void requestIsAnswered(String what, String line, int status, String rest) throws Exception {
		var request = line.replace("SESSION", openPolling()) + " HTTP/1.1\r\nHost: a\r\n"
				+ (rest.isEmpty() ? "\r\n" : rest);
		var answer = send(request);
		assertThat(answer).as(what).startsWith("HTTP/1.1 ");
		int answered = Integer.parseInt(answer.substring(9, 12));
		assertThat(answered).as(answer).isBetween(200, 499);
		if (status > 0) {
			assertThat(answered).as(answer).isEqualTo(status);
		}
	}

	/** Returns the status line; the connection may stay open for a while. */
	private String send(String request) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.sockets)) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			var answer = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			return Objects.requireNonNullElse(answer.readLine(), "");
		}
	}

	/** Opens a session; returns the path of its polls. */
	private String openPolling() throws IOException, InterruptedException {
		var handshake = get(POLLING);
		return POLLING + "&sid=" + handshake.substring(handshake.indexOf(":\"") + 2, handshake.indexOf("\","));
	}

	private String get(String path) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.sockets + path)).build();
		return HTTP.send(request, BodyHandlers.ofString()).body();
	}

}
