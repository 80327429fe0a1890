package org.parley.gateway.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.netty.handler.codec.http.HttpVersion;
import org.parley.gateway.address.HeaderAddresses;
import org.parley.gateway.path.PagePath;
import org.parley.gateway.path.PlainPath;
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
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses ambiguous addresses, so that no path bypasses the routes. Readers of pages are
 * sent to the plain address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AddressFilter implements WebFilter {

	private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (!hasValidHost(request)) {
			return Mono.error(malformed("The request does not have one valid Host header.").closing());
		}
		if (!PlainPath.isPlain(request.getURI().getRawPath())) {
			return plainForm(request).map((plain) -> redirect(exchange.getResponse(), plain))
				.orElseGet(() -> Mono.error(malformed("The path is not in its normal form.")));
		}
		if (!PlainPath.isWellEncoded(request.getURI().getRawQuery())) {
			return Mono.error(malformed("The query has invalid characters or encodings."));
		}
		return chain.filter(exchange);
	}

	private static Optional<String> plainForm(ServerHttpRequest request) {
		var query = request.getURI().getRawQuery();
		if (!READS.contains(request.getMethod()) || !PlainPath.isWellEncoded(query)) {
			return Optional.empty();
		}
		return PagePath.plainFormOf(request.getURI().getRawPath())
			.map((path) -> (query != null) ? path + "?" + query : path);
	}

	private static Mono<Void> redirect(ServerHttpResponse response, String address) {
		response.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		response.getHeaders().set(HttpHeaders.LOCATION, address);
		return response.setComplete();
	}

	/**
	 * Only HTTP/1.0 has requests without one. A target that is a whole address names the
	 * same host.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112, section
	 * 3.2</a>
	 */
	private static boolean hasValidHost(ServerHttpRequest request) {
		HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
		List<String> hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
		if (hosts.isEmpty()) {
			return received.version().equals(HttpVersion.HTTP_1_0) && received.uri().startsWith("/");
		}
		return hosts.size() == 1 && HeaderAddresses.isHost(hosts.getFirst())
				&& isAt(received.uri(), hosts.getFirst().toLowerCase(Locale.ROOT));
	}

	private static boolean isAt(String target, String host) {
		if (target.startsWith("/")) {
			return true;
		}
		String address = target.toLowerCase(Locale.ROOT);
		return Stream.of("http://", "https://")
			.map((scheme) -> scheme + host)
			.anyMatch((origin) -> address.equals(origin) || address.startsWith(origin + "/")
					|| address.startsWith(origin + "?"));
	}

	private static GatewayProblemException malformed(String detail) {
		return new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.malformed", detail);
	}

}
