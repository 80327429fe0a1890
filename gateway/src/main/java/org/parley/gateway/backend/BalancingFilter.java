package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.gateway.correlation.Correlation;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.request.UpgradeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Balances the requests of a route among the instances of its service. A request that no
 * instance received is sent to another one, and so is a read without an answer. An
 * instance that ends connections is about to stop, and is skipped for a while; one that
 * {@linkplain WatchedInstance does not answer} is skipped until it does. A request of an
 * existing session always goes to the instance of the session.
 */
@Component
class BalancingFilter implements GlobalFilter, Ordered {

	/** Exchange attribute: the instance of the session, if any. */
	static final String OWNER = BalancingFilter.class.getName() + ".owner";

	/** Exchange attribute: the last called instance. */
	static final String ASKED = BalancingFilter.class.getName() + ".asked";

	private static final Logger log = LoggerFactory.getLogger(BalancingFilter.class);

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final RouteInstances routes;

	BalancingFilter(RouteInstances routes) {
		this.routes = routes;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		var instances = this.routes.of(route);
		if (instances.count() == 1) {
			return watch(exchange, chain, instances.next());
		}
		WatchedInstance owner = exchange.getAttribute(OWNER);
		return (owner != null) ? forwardToOwner(exchange, chain, owner)
				: forward(exchange, chain, instances, List.of());
	}

	private static Mono<Void> forwardToOwner(ServerWebExchange exchange, GatewayFilterChain chain,
			WatchedInstance owner) {
		if (owner.isUnavailable()) {
			return Mono.error(sessionEnded());
		}
		return send(exchange, chain, owner).onErrorMap(IOException.class, (failure) -> {
			log(exchange, owner, failure);
			return sessionEnded();
		});
	}

	private static GatewayProblemException sessionEnded() {
		return new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
				"The session has ended. Connect again.", Instances.PAUSE);
	}

	private static Mono<Void> forward(ServerWebExchange exchange, GatewayFilterChain chain, Instances instances,
			List<WatchedInstance> tried) {
		var instance = instances.next(tried);
		return send(exchange, chain, instance).doOnSuccess((_) -> {
			if (isStopping(exchange)) {
				instances.avoid(instance);
			}
		}).onErrorResume(IOException.class, (failure) -> {
			log(exchange, instance, failure);
			if (tried.size() + 1 == instances.count() || !mayRepeat(exchange.getRequest().getMethod(), failure)) {
				return Mono.error(failure);
			}
			exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR);
			return forward(exchange, chain, instances, Stream.concat(tried.stream(), Stream.of(instance)).toList());
		});
	}

	private static Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain, WatchedInstance instance) {
		exchange.getAttributes()
			.computeIfPresent(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
					(_, url) -> Instances.at((URI) url, instance.address()));
		exchange.getAttributes().put(ASKED, instance);
		return watch(exchange, chain, instance);
	}

	private static Mono<Void> watch(ServerWebExchange exchange, GatewayFilterChain chain, WatchedInstance instance) {
		Mono<Void> call = chain.filter(exchange);
		return isOpenEnded(exchange) ? instance.watchOpenEnded(call) : instance.watch(call);
	}

	/** Checks whether a request is a WebSocket, or a poll of a session. */
	private static boolean isOpenEnded(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return UpgradeFilter.isWebSocket(request)
				|| (HttpMethod.GET.equals(request.getMethod()) && SocketSessionFilter.isInSession(exchange));
	}

	/** Servers also end connections after failures. */
	private static boolean isStopping(ServerWebExchange exchange) {
		HttpClientResponse response = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
		return response != null && response.status().code() < HttpStatus.BAD_REQUEST.value()
				&& response.responseHeaders().containsValue(HttpHeaders.CONNECTION, "close", true);
	}

	private static void log(ServerWebExchange exchange, WatchedInstance instance, IOException failure) {
		log.atWarn()
			.addKeyValue("instance", instance.address())
			.addKeyValue("reason", failure.toString())
			.addKeyValue("correlationId", Correlation.id(exchange))
			.log("No answer");
	}

	/** Without a connection or an address, the instance has received nothing. */
	private static boolean mayRepeat(HttpMethod method, IOException failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException || SAFE.contains(method);
	}

}
