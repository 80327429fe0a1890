package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Shares the requests of a route among the instances of its service, where there are
 * others ({@code metadata.others}: their addresses, with commas between). What nobody has
 * received is sent to another one, and so is a read whose answer did not begin.
 */
@Component
class BalancingFilter implements GlobalFilter, Ordered {

	private static final Logger log = LoggerFactory.getLogger(BalancingFilter.class);

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final Map<String, Instances> services = new ConcurrentHashMap<>();

	private final InstantSource clock;

	BalancingFilter(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		var instances = this.services.computeIfAbsent(route.getId(), (_) -> instances(route));
		return (instances.count() == 1) ? chain.filter(exchange) : ask(exchange, chain, instances, 1);
	}

	private Mono<Void> ask(ServerWebExchange exchange, GatewayFilterChain chain, Instances instances, int attempt) {
		var instance = instances.next();
		exchange.getAttributes()
			.computeIfPresent(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, (_, url) -> at((URI) url, instance));
		return chain.filter(exchange).onErrorResume(IOException.class, (failure) -> {
			log.atWarn().addKeyValue("instance", instance).addKeyValue("reason", failure.toString()).log("No answer");
			instances.avoid(instance);
			if (attempt == instances.count() || !mayRepeat(exchange.getRequest().getMethod(), failure)) {
				return Mono.error(failure);
			}
			exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR);
			return ask(exchange, chain, instances, attempt + 1);
		});
	}

	private static boolean mayRepeat(HttpMethod method, IOException failure) {
		return failure instanceof ConnectException || SAFE.contains(method);
	}

	private static URI at(URI url, URI instance) {
		return UriComponentsBuilder.fromUri(url)
			.scheme(instance.getScheme())
			.host(instance.getHost())
			.port(instance.getPort())
			.build(true)
			.toUri();
	}

	private Instances instances(Route route) {
		var others = String.valueOf(route.getMetadata().getOrDefault("others", "")).split(",");
		return new Instances(Stream
			.concat(Stream.of(route.getUri()), Stream.of(others).filter((one) -> !one.isBlank()).map(URI::create))
			.toList(), this.clock);
	}

}
