package org.parley.gateway.trace;

import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import org.parley.gateway.path.PathSet;
import org.parley.gateway.path.PlainPath;
import org.parley.platform.runtime.tracing.ConditionalOnTracing;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Begins the span of a request. A socket, which lasts for hours, has none. The span has
 * the route, not the address, which may contain names.
 */
@Component
@ConditionalOnTracing
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TraceFilter implements WebFilter {

	private static final PathSet SOCKETS = PathSet.withAllBelow(List.of(PlainPath.SOCKETS));

	private static final Propagator.Getter<HttpHeaders> HEADERS = HttpHeaders::getFirst;

	private final Propagator propagator;

	TraceFilter(Propagator propagator) {
		this.propagator = propagator;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (SOCKETS.contains(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		var method = exchange.getRequest().getMethod().name();
		var span = this.propagator.extract(exchange.getRequest().getHeaders(), HEADERS)
			.name(method)
			.kind(Span.Kind.SERVER)
			.tag("http.request.method", method)
			.start();
		RequestSpan.set(exchange, span);
		return chain.filter(exchange).doFinally((signal) -> handleEnd(signal, exchange, span));
	}

	/** An error becomes a response after the filters. */
	private static void handleEnd(SignalType signal, ServerWebExchange exchange, Span span) {
		if (signal == SignalType.ON_ERROR && !exchange.getResponse().isCommitted()) {
			exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> end(exchange, span)));
		}
		else {
			end(exchange, span);
		}
	}

	private static void end(ServerWebExchange exchange, Span span) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (route != null) {
			span.name(exchange.getRequest().getMethod().name() + " " + route.getId());
		}
		var status = exchange.getResponse().getStatusCode();
		if (status != null) {
			span.tag("http.response.status_code", status.value());
		}
		span.end();
	}

}
