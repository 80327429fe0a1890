package org.parley.gateway.backend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class UnreachableIT {

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	@BeforeEach
	void take() {
		Backends.stop("webhook");
	}

	@AfterEach
	void bringBack() {
		Backends.start("webhook");
		Backends.awaitCalls(this.breakers);
	}

	@Test
	void unreachableServiceIsAProblemWithRetryAfter() {
		WebTestClient visitor = Visitors.at(this.port);
		for (var request : new WebTestClient.RequestHeadersSpec<?>[] { visitor.get().uri("/api/v1/webhook/logs"),
				visitor.post().uri("/api/v1/webhook/logs").bodyValue("{}") }) {
			request.exchange()
				.expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectHeader()
				.valueMatches("Retry-After", "\\d+")
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("service.unavailable")
				.jsonPath("$.detail")
				.value((detail) -> assertThat((String) detail).doesNotContain("127.0.0.1", "Connection", "Exception"));
		}
	}

	@Test
	void otherServicesStayAvailable() {
		askUntilItIsLeftAlone();
		Visitors.at(this.port).get().uri("/api/v1/notifications").exchange().expectStatus().isOk();
	}

	@Test
	void unreachableServiceIsNotCalledUntilItReturns() {
		askUntilItIsLeftAlone();
		Backends.start("webhook");
		Backends.awaitCalls(this.breakers);
		Visitors.at(this.port).get().uri("/api/v1/webhook/logs").exchange().expectStatus().isOk();
		Backends.stop("webhook");
	}

	/** A WebSocket that is closed after its handshake makes Socket.IO clients wait. */
	@Test
	void webSocketToUnreachableServiceIsRefused() {
		Backends.stop("realtime_socket");
		try (HttpClient client = HttpClient.newHttpClient()) {
			var address = URI.create("ws://127.0.0.1:" + this.port + "/socket.io/?EIO=4&transport=websocket");
			var socket = client.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {
			});
			assertThat(socket).failsWithin(Duration.ofSeconds(20))
				.withThrowableOfType(ExecutionException.class)
				.havingCause()
				.isInstanceOfSatisfying(WebSocketHandshakeException.class,
						(failure) -> assertThat(failure.getResponse().statusCode()).isEqualTo(503));
		}
		finally {
			Backends.start("realtime_socket");
		}
	}

	private void askUntilItIsLeftAlone() {
		WebTestClient visitor = Visitors.at(this.port);
		Awaitility.await().untilAsserted(() -> {
			visitor.get().uri("/api/v1/webhook/logs").exchange().expectStatus().isEqualTo(503);
			assertThat(this.breakers.getAllCircuitBreakers())
				.anyMatch((breaker) -> breaker.getState() == CircuitBreaker.State.OPEN);
		});
	}

}
