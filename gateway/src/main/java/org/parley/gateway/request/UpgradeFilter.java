package org.parley.gateway.request;

import java.util.List;

import org.parley.gateway.path.PathSet;
import org.parley.gateway.path.PlainPath;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Refuses WebSocket upgrades except for Socket.IO. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
public class UpgradeFilter implements WebFilter {

	private static final PathSet SOCKETS = PathSet.of(List.of(PlainPath.SOCKETS));

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (isWebSocket(request) && !SOCKETS.contains(request)) {
			return Mono.error(new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.malformed",
					"This address does not support WebSocket."));
		}
		return chain.filter(exchange);
	}

	/** Checks whether a request asks for a WebSocket. */
	public static boolean isWebSocket(ServerHttpRequest request) {
		return "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
	}

}
