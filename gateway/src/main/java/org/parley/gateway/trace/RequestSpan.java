package org.parley.gateway.trace;

import java.util.Optional;

import io.micrometer.tracing.Span;

import org.springframework.web.server.ServerWebExchange;

/** The span of a request in the gateway, as the parent of the service's. */
public final class RequestSpan {

	private static final String ATTRIBUTE = RequestSpan.class.getName();

	private RequestSpan() {
	}

	/** The {@code traceparent} for the service; empty without tracing. */
	public static Optional<String> traceparent(ServerWebExchange exchange) {
		return Optional.ofNullable((Span) exchange.getAttribute(ATTRIBUTE)).map(Span::context).map((context) -> {
			var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
			return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), flags);
		});
	}

	static void set(ServerWebExchange exchange, Span span) {
		exchange.getAttributes().put(ATTRIBUTE, span);
	}

}
