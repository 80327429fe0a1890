package org.parley.gateway.backend;

import java.net.ConnectException;
import java.util.Set;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses requests to a service none of whose instances {@linkplain WatchedInstance
 * answers}. It runs inside the filter that writes the response, so slow clients do not
 * count as waiting.
 */
@Component
class BreakerFilter implements GlobalFilter, Ordered {

	private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final RouteInstances routes;

	BreakerFilter(RouteInstances routes) {
		this.routes = routes;
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return this.routes.of(route).areUnavailable() ? Mono.error(WatchedInstance.unavailable())
				: forward(exchange, chain);
	}

	private static Mono<Void> forward(ServerWebExchange exchange, GatewayFilterChain chain) {
		Mono<Void> asked = chain.filter(exchange);
		if (!REPEATABLE.contains(exchange.getRequest().getMethod())) {
			return asked;
		}
		return asked.onErrorResume(ConnectException.class, (_) -> {
			exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR);
			return chain.filter(exchange);
		});
	}

}
