package org.parley.gateway.security;

import java.util.List;

import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.path.PathSet;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Hides metrics from all clients except direct scrapers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class MetricsFilter implements WebFilter {

	private static final PathSet INTERNAL = PathSet.withAllBelow(List.of("/metrics", "/info"));

	private final ClientAddressResolver clientAddressResolver;

	MetricsFilter(ClientAddressResolver clientAddressResolver) {
		this.clientAddressResolver = clientAddressResolver;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (INTERNAL.contains(exchange.getRequest()) && !this.clientAddressResolver.of(exchange).canReadMetrics()) {
			return Mono.error(new GatewayProblemException(HttpStatus.NOT_FOUND, "route.not-found",
					"There is nothing at this address."));
		}
		return chain.filter(exchange);
	}

}
