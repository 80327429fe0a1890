package org.parley.gateway.backend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.HttpHeaders;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class WebSocketIT {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	@Test
	void socketOutlivesResponseTimeout() {
		List<String> heard = new CopyOnWriteArrayList<>();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://127.0.0.1:" + this.port + "/socket.io/?EIO=4&transport=websocket"), (session) -> {
				Flux<WebSocketMessage> said = Flux.interval(Duration.ofSeconds(1))
					.take(3)
					.map((number) -> session.textMessage("message " + number));
				return session.send(said)
					.and(session.receive().map(WebSocketMessage::getPayloadAsText).doOnNext(heard::add).take(3));
			})
			.block(Duration.ofSeconds(20));
		assertThat(heard).containsExactly("message 0", "message 1", "message 2");
	}

	/** A long post in Japanese with its HTML. */
	@Test
	void longMessagePasses() throws Exception {
		var message = "投".repeat(70_000);
		var heard = new CompletableFuture<String>();
		new ReactorNettyWebSocketClient(reactor.netty.http.client.HttpClient.create(),
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(1_048_576))
			.execute(URI.create("ws://127.0.0.1:" + this.port + "/socket.io/?EIO=4&transport=websocket"),
					(session) -> session.send(Mono.just(session.textMessage(message)))
						.and(session.receive()
							.map(WebSocketMessage::getPayloadAsText)
							.doOnNext(heard::complete)
							.take(1)))
			.block(Duration.ofSeconds(20));
		assertThat(heard).isCompletedWithValue(message);
	}

	/** Realtime-service accepts requests without a page's origin. */
	@Test
	void missingOriginIsSetToService() throws Exception {
		var headers = upgrade(null);
		assertThat(headers.get("Origin")).isEqualTo("http://" + headers.get("Host"));
	}

	@Test
	void originIsPassedOn() throws Exception {
		assertThat(upgrade("http://localhost:5173").getAll("Origin")).containsExactly("http://localhost:5173");
	}

	@Test
	void pageOfForeignOriginIsRefusedBeforeTheUpgrade() {
		var connecting = this.client.newWebSocketBuilder()
			.header("Origin", "https://evil.example")
			.buildAsync(URI.create("ws://127.0.0.1:" + this.port + "/socket.io/?EIO=4&transport=websocket"),
					new Listener());
		assertThat(connecting).failsWithin(Duration.ofSeconds(10))
			.withThrowableOfType(ExecutionException.class)
			.havingCause()
			.asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
			.extracting((refused) -> refused.getResponse().statusCode())
			.isEqualTo(403);
	}

	private HttpHeaders upgrade(@Nullable String origin) throws Exception {
		var uri = "/socket.io/?EIO=4&transport=websocket&t=" + UUID.randomUUID();
		var builder = this.client.newWebSocketBuilder();
		if (origin != null) {
			builder.header("Origin", origin);
		}
		var socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + this.port + uri), new Listener())
			.get(10, TimeUnit.SECONDS);
		var headers = Awaitility.await().until(() -> Backends.upgradeOf(uri), Optional::isPresent).orElseThrow();
		socket.abort();
		return headers;
	}

	private static final class Listener implements WebSocket.Listener {

	}

}
