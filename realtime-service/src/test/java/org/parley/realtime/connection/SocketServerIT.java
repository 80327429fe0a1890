package org.parley.realtime.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

class SocketServerIT extends RealtimeIT {

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void invalidHandshakeIsRefused() throws Exception {
		var answer = send("GET", "/socket.io/?EIO=3&transport=polling", null);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).startsWith("{\"code\":5,");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
	}

	/** The gateway's WebSocket client sends this server's address as the origin. */
	@Test
	void pageOfForeignOriginIsRefused() throws Exception {
		var path = "/socket.io/?EIO=4&transport=polling";
		assertThat(send("GET", path, "https://evil.example").statusCode()).isEqualTo(403);
		assertThat(send("GET", path, "http://parley.test").statusCode()).isEqualTo(200);
		assertThat(send("GET", path, "http://127.0.0.1:" + this.sockets).statusCode()).isEqualTo(200);
	}

	@Test
	void responseClosesConnectionAndSetsNoCookie() throws Exception {
		var answer = send("GET", "/socket.io/?EIO=4&transport=polling", null);
		assertThat(answer.body()).startsWith("0{").contains("\"upgrades\":[\"websocket\"]");
		assertThat(answer.headers().firstValue("Connection")).hasValue("close");
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	/** The last two are malformed for the parser only. */
	@ParameterizedTest
	@ValueSource(strings = { "451-[\"join-thread\",{\"_placeholder\":true,\"num\":0}]", "42[\"join-thread\",",
			"40{\"token\":" })
	void clientSendingMalformedPacketIsCutOff(String packet) throws Exception {
		assertCutOff(packet, 1);
		assertThat(guest("websocket").join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void clientSendingOversizedMessageIsCutOff() throws Exception {
		assertCutOff("42[\"typing\",\"" + "x".repeat(263_000) + "\"]", 1);
	}

	@Test
	void clientNotReadingEventsIsCutOff() throws Exception {
		var before = countOf("parley.realtime.slow");
		var thread = openThread();
		guest("websocket").join(thread);
		var silent = this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:%d/socket.io/?EIO=4&transport=websocket".formatted(this.sockets)),
					new NonReadingListener())
			.get(5, TimeUnit.SECONDS);
		silent.sendText("40", true).get(5, TimeUnit.SECONDS);
		silent.sendText("421[\"join-thread\",{\"threadId\":\"%s\"}]".formatted(thread), true).get(5, TimeUnit.SECONDS);
		var words = "many words ".repeat(4_000);
		soon().until(() -> {
			events().reply(thread, words);
			return countOf("parley.realtime.slow") > before;
		});
		silent.abort();
	}

	@Test
	void clientNotReadingAnswersIsCutOff() throws Exception {
		assertCutOff("2probe", 3_000);
	}

	@Test
	void clientRepeatingAuthenticationIsCutOff() throws Exception {
		assertCutOff("40{\"token\":\"%s\"}".formatted(TestTokens.of(Ids.next(), "alice")), 200);
	}

	@Test
	void clientSendingAfterDisconnectIsCutOff() throws Exception {
		assertCutOff("41", 1_000);
	}

	/** Sends a packet repeatedly until the server closes the connection. */
	private void assertCutOff(String packet, int times) throws Exception {
		var closed = new CompletableFuture<Integer>();
		var socket = this.http.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:%d/socket.io/?EIO=4&transport=websocket".formatted(this.sockets)),
					new Listener(closed))
			.get(5, TimeUnit.SECONDS);
		var sent = 0;
		while (sent < times && !closed.isDone() && isSent(socket.sendText(packet, true))) {
			sent++;
		}
		soon().until(() -> closed.isDone() || !isSent(socket.sendPing(ByteBuffer.allocate(0))));
	}

	/** The JDK's client sometimes notices a close only when it sends. */
	private static boolean isSent(CompletableFuture<WebSocket> sending) throws Exception {
		return sending.handle((_, error) -> error == null).get(5, TimeUnit.SECONDS);
	}

	private HttpResponse<String> send(String method, String path, @Nullable String origin)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.sockets + path))
			.method(method, method.equals("POST") ? BodyPublishers.ofString("1") : BodyPublishers.noBody());
		if (origin != null) {
			request.header("Origin", origin);
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	/**
	 * Records when the connection is closed.
	 *
	 * @param closed completed on close
	 */
	private record Listener(CompletableFuture<Integer> closed) implements WebSocket.Listener {

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			this.closed.complete(code);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable error) {
			this.closed.complete(1);
		}

	}

	/** A listener that never requests a message. */
	private static final class NonReadingListener implements WebSocket.Listener {

		@Override
		public void onOpen(WebSocket socket) {
		}

	}

}
