package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.request.UpgradeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Stops calling an unavailable service. Only a missing answer is a failure; an error
 * response shows that the service is available. It runs inside the filter that writes the
 * response, so slow clients do not count as failures.
 */
@Component
class BreakerFilter implements GlobalFilter, Ordered {

	private static final Logger log = LoggerFactory.getLogger(BreakerFilter.class);

	private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final CircuitBreakerRegistry breakers;

	private final Duration pause;

	BreakerFilter(CircuitBreakerRegistry breakers, BackendSettings settings) {
		this.breakers = breakers;
		this.pause = settings.breaker().pause();
		breakers.getEventPublisher()
			.onEntryAdded((added) -> added.getAddedEntry()
				.getEventPublisher()
				.onStateTransition((event) -> log.atWarn()
					.addKeyValue("backend", event.getCircuitBreakerName())
					.addKeyValue("state", event.getStateTransition().getToState())
					.log("Circuit breaker changed")));
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (isOpenEnded(exchange)) {
			return chain.filter(exchange);
		}
		CircuitBreaker breaker = breaker(exchange);
		if (!breaker.tryAcquirePermission()) {
			return Mono.error(new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"This part of Parley does not answer right now.", this.pause));
		}
		long start = System.nanoTime();
		return forward(exchange, chain)
			.doOnSuccess((_) -> breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS))
			.doOnError((failure) -> record(breaker, failure, System.nanoTime() - start))
			.doOnCancel(breaker::releasePermission);
	}

	/**
	 * Checks whether the answer takes as long as nothing happens: a WebSocket, or a poll
	 * of a session. A few of them would use up the calls that test a service after a
	 * failure.
	 */
	private static boolean isOpenEnded(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return UpgradeFilter.isWebSocket(request)
				|| (HttpMethod.GET.equals(request.getMethod()) && SocketSessionFilter.isInSession(exchange));
	}

	private static Mono<Void> forward(ServerWebExchange exchange, GatewayFilterChain chain) {
		Mono<Void> asked = chain.filter(exchange);
		HttpMethod method = exchange.getRequest().getMethod();
		if (!REPEATABLE.contains(method)) {
			return asked;
		}
		return asked.onErrorResume(ConnectException.class, (_) -> {
			exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR);
			return chain.filter(exchange);
		});
	}

	private static void record(CircuitBreaker breaker, Throwable failure, long nanos) {
		if (isMissingAnswer(failure)) {
			breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
		}
		else {
			breaker.releasePermission();
		}
	}

	private static boolean isMissingAnswer(Throwable failure) {
		return failure instanceof IOException || failure instanceof io.netty.handler.timeout.TimeoutException;
	}

	private CircuitBreaker breaker(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return this.breakers.circuitBreaker(Objects.requireNonNull(route.getUri().getAuthority()));
	}

}
