package org.parley.gateway.backend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.ConfiguredGateway;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.RawHttp;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One client sends odd requests to every route of the settings. All services close the
 * connection of every request without an answer, except the gateway's own.
 */
@GatewayTest
@DirtiesContext
@TestPropertySource(properties = { "parley.gateway.limits.anonymous.requests=100000",
		"parley.gateway.limits.writes.requests=100000", "parley.gateway.limits.credentials.requests=100000",
		"parley.gateway.limits.machines.requests=100000", "parley.gateway.limits.pages.requests=100000",
		"parley.gateway.limits.files.requests=100000", "parley.gateway.request.timeout=50ms" })
class OddRequestsIT {

	private static final DisposableServer CLOSING = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle(OddRequestsIT::answer)
		.bindNow();

	private static final List<String> ODD = List.of("\r\n", "Content-Length: 5\r\n\r\nhello",
			"Content-Length: 99999999\r\n\r\n", "Content-Length: 99\r\n\r\nhalf", "Content-Length: many\r\n\r\n",
			"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx", "Content-Type: x\r\nContent-Length: 1\r\n\r\n{",
			"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: chunked\r\n\r\n5\r\nhalf",
			"Transfer-Encoding: chunked\r\n\r\n50000\r\n" + "x".repeat(0x50000) + "\r\n0\r\n\r\n",
			"Transfer-Encoding: gzip\r\n\r\n", "Expect: x\r\n\r\n",
			"Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n", "Upgrade: h2c\r\n\r\n", "Host: b\r\n\r\n",
			"Range: bytes=x\r\n\r\n", "X-Long: " + "x".repeat(17_000) + "\r\n\r\n", "Cookie: \u00e4\r\n\r\n",
			"X: y\r\n".repeat(80) + "\r\n", "no colon\r\n\r\n", "Authorization: Bearer x\r\n\r\n");

	private final Queue<CircuitBreakerOnStateTransitionEvent> changes = new ConcurrentLinkedQueue<>();

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry properties) {
		ConfiguredGateway.addressVariables()
			.forEach((name) -> properties.add(name, () -> "http://127.0.0.1:" + CLOSING.port()));
	}

	@AfterAll
	static void stop() {
		CLOSING.disposeNow();
	}

	private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		if (request.uri().equals("/livez")) {
			return response.sendString(Mono.just("{}"));
		}
		return Mono.fromRunnable(() -> response.withConnection(DisposableChannel::dispose));
	}

	static Stream<Arguments> routes() {
		return ConfiguredGateway.routes()
			.entrySet()
			.stream()
			.map((route) -> Arguments.of(route.getKey(), route.getValue()));
	}

	@BeforeEach
	void listen() {
		this.changes.clear();
		this.breakers.getEventPublisher().onEntryAdded((added) -> listen(added.getAddedEntry()));
		this.breakers.getAllCircuitBreakers().forEach(this::listen);
	}

	private void listen(CircuitBreaker breaker) {
		breaker.getEventPublisher().onStateTransition(this.changes::add);
	}

	@ParameterizedTest
	@MethodSource("routes")
	void otherMethodIsRefused(String route, String path) throws IOException {
		for (String method : List.of("CONNECT", "TRACE", "TRACK", "PROPFIND", "QUERY", "M-SEARCH", "SOURCE", "LINK",
				"get", "Post", "FROBNICATE", "X".repeat(200), "UPDATE", "PURGE")) {
			RawHttp.Answer answer = send(head(method, path) + "\r\n");
			assertThat(answer.status()).as("%s of %s", method, route).isEqualTo(405);
			assertThat(answer.headers()).as("%s of %s", method, route)
				.anyMatch((line) -> line.equalsIgnoreCase("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"));
			assertThat(answer.body()).contains("request.method-not-allowed");
		}
	}

	/** Requests that the gateway refuses, and those that only the service can judge. */
	@ParameterizedTest
	@MethodSource("routes")
	void oddRequestsOfOneClientStopNoService(String route, String path) throws IOException {
		for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")) {
			for (String rest : ODD) {
				RawHttp.Answer answer = send(head(method, path) + rest);
				assertThat(answer.status()).as("%s of %s: %s", method, route, rest)
					.matches((status) -> (status >= 400 && status < 500) || status == 503);
			}
			abort(head(method, path) + "Content-Length: 100000\r\n\r\nhalf");
		}
		assertThat(this.changes).isEmpty();
	}

	private RawHttp.Answer send(String request) throws IOException {
		return RawHttp.send(this.port, request);
	}

	/** A client that is gone before its request is complete. */
	private void abort(String part) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			socket.setSoLinger(true, 0);
		}
	}

	private static String head(String method, String path) {
		return method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
	}

}
