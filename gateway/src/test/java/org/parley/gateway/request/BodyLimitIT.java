package org.parley.gateway.request;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.RawHttp;
import org.parley.gateway.Visitors;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class BodyLimitIT {

	private static final int LIMIT = 256 * 1024;

	@LocalServerPort
	int port;

	@Test
	void bodyAtLimitIsPassedOn() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.bodyValue("a".repeat(LIMIT))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.bodyLength")
			.isEqualTo(LIMIT);
	}

	/** Signed webhooks are as large as providers document. */
	@Test
	void largeWebhookIsPassedOn() {
		int large = 25 * 1024 * 1024;
		webhook("/api/v1/webhook/github", large).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.bodyLength")
			.isEqualTo(large);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/Webhook/github", "/api/v1/webhookx", "/api/v1/auth/login", "/api/v1/chat/webhook",
			"/webhook", "/m/webhook" })
	void largeBodyElsewhereIsRefused(String path) {
		webhook(path, LIMIT + 1).expectStatus().isEqualTo(413);
	}

	private WebTestClient.ResponseSpec webhook(String path, int size) {
		return Visitors.at(this.port).post().uri(path).bodyValue("a".repeat(size)).exchange();
	}

	/**
	 * The answer to a client that still writes can be lost when the connection closes.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/v1/notifications,262145", "/api/v1/webhook/github,26214401" })
	void declaredLengthOverLimitIsRefusedUnread(String path, int length) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write("POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(path, length)
					.getBytes(StandardCharsets.US_ASCII));
			String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
			assertThat(line).isEqualTo("HTTP/1.1 413");
		}
	}

	@Test
	void declaredLengthOverLimitIsAProblem() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.bodyValue("a".repeat(LIMIT + 1))
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("request.too-large");
	}

	@Test
	void chunkedBodyAtLimitIsPassedOn() {
		Visitors.at(this.port)
			.post()
			.uri("/api/v1/notifications")
			.body(chunks(LIMIT / 1024), DataBuffer.class)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.bodyLength")
			.isEqualTo(LIMIT);
	}

	@Test
	void chunkedBodyOverLimitIsAProblem() throws IOException {
		String chunk = "400\r\n" + "a".repeat(1024) + "\r\n";
		RawHttp.Answer answer = RawHttp.send(this.port,
				"POST /api/v1/notifications HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
						+ chunk.repeat(257) + "0\r\n\r\n");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
		assertThat(answer.body()).contains("request.too-large");
	}

	@Test
	void requestAfterRefusedBodyIsAnswered() {
		var visitor = Visitors.at(this.port);
		for (int i = 0; i < 5; i++) {
			visitor.post()
				.uri("/api/v1/notifications")
				.body(chunks(300), DataBuffer.class)
				.exchange()
				.expectStatus()
				.isEqualTo(413);
			visitor.get().uri("/api/v1/notifications").exchange().expectStatus().isOk();
		}
	}

	private static Flux<DataBuffer> chunks(int kibibytes) {
		byte[] chunk = "a".repeat(1024).getBytes(StandardCharsets.US_ASCII);
		return Flux.range(0, kibibytes).map((_) -> DefaultDataBufferFactory.sharedInstance.wrap(chunk));
	}

}
