package org.parley.gateway.backend;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class WebSocketIT {

	@LocalServerPort
	int port;

	@Test
	void aSocketPassesBothWaysLongerThanAnAnswerMayTake() {
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

}
