package org.parley.gateway.request;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses requests that a service's web server would refuse without a problem document.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class MessageFilter implements WebFilter {

	/** Servers close a connection with another method without an answer. */
	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	private final int mostLines;

	MessageFilter(RequestSettings settings) {
		this.mostLines = settings.maxHeaders();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		GatewayProblemException refusal = refusal(exchange.getRequest());
		return (refusal != null) ? Mono.error(refusal) : chain.filter(exchange);
	}

	private @Nullable GatewayProblemException refusal(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		if (!METHODS.contains(request.getMethod())) {
			return GatewayProblemException.methodNotAllowed(METHODS);
		}
		if (lines(request) > this.mostLines) {
			return new GatewayProblemException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "request.headers-too-large",
					"A request may have at most %d header lines.".formatted(this.mostLines));
		}
		if (!isOnly("100-continue", headers.getOrEmpty(HttpHeaders.EXPECT))) {
			return malformed("The Expect header names an unknown expectation.");
		}
		if (!isOnly("chunked", headers.getOrEmpty(HttpHeaders.TRANSFER_ENCODING))) {
			return malformed("The transfer encoding is not supported.").closing();
		}
		return null;
	}

	/** The server's own count; Spring's headers would collect the lines of each name. */
	private static int lines(ServerHttpRequest request) {
		HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
		return received.requestHeaders().size();
	}

	private static boolean isOnly(String known, List<String> values) {
		return values.isEmpty() || (values.size() == 1 && values.getFirst().strip().equalsIgnoreCase(known));
	}

	private static GatewayProblemException malformed(String detail) {
		return new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.malformed", detail);
	}

}
