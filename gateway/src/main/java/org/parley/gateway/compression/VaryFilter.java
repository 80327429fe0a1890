package org.parley.gateway.compression;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Adds {@code Vary: Accept-Encoding} to responses that may be compressed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class VaryFilter implements WebFilter {

	private final CompressionSettings settings;

	VaryFilter(CompressionSettings settings) {
		this.settings = settings;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> {
			HttpHeaders headers = exchange.getResponse().getHeaders();
			String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
			if (type != null && this.settings.includes(type)
					&& !headers.getVary().contains(HttpHeaders.ACCEPT_ENCODING)) {
				headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
			}
			return Mono.empty();
		});
		return chain.filter(exchange);
	}

}
