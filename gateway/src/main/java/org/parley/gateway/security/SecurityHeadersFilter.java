package org.parley.gateway.security;

import org.parley.gateway.correlation.Correlation;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Adds security headers and the correlation id to every response. Pages of services keep
 * their own content security policy, and may hide their address completely.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String correlationId = Correlation.id(exchange);
		exchange.getResponse().beforeCommit(() -> {
			HttpHeaders headers = exchange.getResponse().getHeaders();
			headers.set(Correlation.HEADER, correlationId);
			SecurityHeaders.protect(headers);
			return Mono.empty();
		});
		return chain.filter(exchange);
	}

}
