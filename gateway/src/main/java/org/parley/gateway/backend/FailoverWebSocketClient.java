package org.parley.gateway.backend;

import java.net.ConnectException;
import java.net.URI;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Opens the WebSocket of a new session at another instance when the first is unavailable.
 * The gateway has accepted the client's handshake already, so no filter could repeat the
 * request.
 */
final class FailoverWebSocketClient implements WebSocketClient {

	private final WebSocketClient client;

	private final RouteInstances routes;

	FailoverWebSocketClient(WebSocketClient client, RouteInstances routes) {
		this.client = client;
		this.routes = routes;
	}

	@Override
	public Mono<Void> execute(URI url, WebSocketHandler handler) {
		return execute(url, new HttpHeaders(), handler);
	}

	@Override
	public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
		return execute(url, headers, handler, 1);
	}

	private Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler, int attempt) {
		return this.client.execute(url, headers, handler).onErrorResume(ConnectException.class, (failure) -> {
			var instances = this.routes.having(url);
			if (instances == null || instances.count() == 1) {
				return Mono.error(failure);
			}
			instances.avoid(url);
			if (attempt == instances.count() || hasSession(url)) {
				return Mono.error(failure);
			}
			return execute(Instances.at(url, instances.next()), headers, handler, attempt + 1);
		});
	}

	private static boolean hasSession(URI url) {
		return ("&" + url.getRawQuery()).contains("&sid=");
	}

}
