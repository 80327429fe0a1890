package org.parley.gateway.security;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.address.ResolvedClient;
import org.parley.gateway.path.PathSet;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * CORS by allow-list. It answers preflight requests and refuses requests of other
 * origins, except on open paths, which ignore cookies, and forms that open a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
@EnableConfigurationProperties(CrossOriginSettings.class)
class CrossOriginFilter implements WebFilter {

	private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";

	private static final String ANY = "*";

	private static final String EXPOSED = "Deprecation, ETag, Idempotency-Replayed, Link, Location, RateLimit, "
			+ "RateLimit-Policy, Retry-After, Sunset, WWW-Authenticate, X-Correlation-Id";

	private static final String REQUEST_HEADERS = "Authorization, Cache-Control, Content-Type, DPoP, Idempotency-Key, "
			+ "If-Match, If-None-Match, Traceparent, X-Correlation-Id, X-CSRF-Token";

	private final CrossOriginSettings settings;

	private final PathSet openPaths;

	private final PathSet formPaths;

	private final ClientAddressResolver clientAddressResolver;

	private final String ownOrigin;

	CrossOriginFilter(CrossOriginSettings settings, ClientAddressResolver clientAddressResolver,
			@Value("${parley.public-url}") URI publicUrl) {
		this.settings = settings;
		this.openPaths = PathSet.of(settings.openPaths());
		this.formPaths = PathSet.of(settings.formPaths());
		this.clientAddressResolver = clientAddressResolver;
		this.ownOrigin = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		String origin = request.getHeaders().getOrigin();
		if (origin == null || isOwn(origin, exchange)) {
			return chain.filter(exchange);
		}
		String allowed = allowed(origin, request);
		if (allowed == null && !isRead(request) && !isForm(request)) {
			return Mono.error(new GatewayProblemException(HttpStatus.FORBIDDEN, "cors.refused",
					"This origin may not call Parley."));
		}
		boolean preflight = isPreflight(request);
		exchange.getResponse().beforeCommit(() -> permit(exchange, allowed, preflight));
		if (preflight) {
			exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
			return exchange.getResponse().setComplete();
		}
		return chain.filter(exchange);
	}

	/** The value of the allowed origin: the request's, any, or none. */
	private @Nullable String allowed(String origin, ServerHttpRequest request) {
		if (this.settings.allowedOrigins().contains(origin)) {
			return origin;
		}
		return this.openPaths.containsAsWritten(request) ? ANY : null;
	}

	/**
	 * Browsers send the origin "null" from own pages with the referrer policy
	 * "no-referrer", and say in a header that scripts cannot set where the page is from.
	 */
	private boolean isOwn(String origin, ServerWebExchange exchange) {
		if (origin.equals(this.ownOrigin)) {
			return true;
		}
		if (origin.equals("null")) {
			return "same-origin".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"));
		}
		ResolvedClient resolvedClient = this.clientAddressResolver.of(exchange);
		return origin.equals(resolvedClient.scheme() + "://" + resolvedClient.host());
	}

	private Mono<Void> permit(ServerWebExchange exchange, @Nullable String allowed, boolean preflight) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		if (allowed != null) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
			headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
		}
		if (allowed != null && !allowed.equals(ANY)) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
		}
		if (preflight) {
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
			headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
			headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(this.settings.maxAge().toSeconds()));
		}
		return Mono.empty();
	}

	/**
	 * Browsers keep answers from pages of other origins, but not what a WebSocket
	 * receives.
	 */
	private static boolean isRead(ServerHttpRequest request) {
		HttpMethod method = request.getMethod();
		return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
				&& request.getHeaders().getUpgrade() == null;
	}

	/** Old browsers do not say that a request opens a page. */
	private boolean isForm(ServerHttpRequest request) {
		String mode = request.getHeaders().getFirst("Sec-Fetch-Mode");
		return HttpMethod.POST.equals(request.getMethod()) && (mode == null || mode.equals("navigate"))
				&& this.formPaths.containsAsWritten(request);
	}

	private static boolean isPreflight(ServerHttpRequest request) {
		return HttpMethod.OPTIONS.equals(request.getMethod())
				&& request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
	}

}
