package org.parley.gateway.request;

import org.parley.gateway.address.HeaderAddresses;
import org.parley.gateway.path.PlainPath;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Refuses ambiguous addresses, so that no path bypasses the routes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AddressFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		String host = request.getHeaders().getFirst(HttpHeaders.HOST);
		if (host != null && !HeaderAddresses.isHost(host)) {
			return refuse("The Host header is invalid.");
		}
		if (!PlainPath.isPlain(request.getURI().getRawPath())) {
			return refuse("The path is not in its normal form.");
		}
		if (!PlainPath.isWellEncoded(request.getURI().getRawQuery())) {
			return refuse("The query has invalid characters or encodings.");
		}
		return chain.filter(exchange);
	}

	private static Mono<Void> refuse(String detail) {
		return Mono.error(new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.malformed", detail));
	}

}
