package org.parley.platform.runtime.shutdown;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Ends each connection with its next response while the gateway stops. The header would
 * refuse an upgrade, and a WebSocket's connection serves no other request.
 */
final class DrainWebFilter implements WebFilter, Ordered {

	private final DrainLifecycle drainLifecycle;

	DrainWebFilter(DrainLifecycle drainLifecycle) {
		this.drainLifecycle = drainLifecycle;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.drainLifecycle.isDraining()
				&& !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.UPGRADE)) {
			exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
		}
		return chain.filter(exchange);
	}

}
