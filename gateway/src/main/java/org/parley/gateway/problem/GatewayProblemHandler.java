package org.parley.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.correlation.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Answers failures of the gateway with problem documents, and browsers with pages. */
@Component
@Order(-2)
class GatewayProblemHandler implements ErrorWebExceptionHandler {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final Logger log = LoggerFactory.getLogger(GatewayProblemHandler.class);

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		ServerHttpResponse response = exchange.getResponse();
		if (isRefusedOnTheWire(response, failure)) {
			return Mono.empty();
		}
		if (response.isCommitted()) {
			return Mono.error(failure);
		}
		GatewayProblemException refusal = GatewayFailures.toProblem(failure);
		String correlationId = Correlation.id(exchange);
		if (refusal.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
			log.atError().setCause(failure).addKeyValue("correlationId", correlationId).log("Request failed");
		}
		response.setStatusCode(refusal.status());
		describe(refusal, exchange.getRequest().getHeaders(), response.getHeaders());
		byte[] body = body(refusal, exchange.getRequest(), correlationId, response.getHeaders());
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	/** Returns the body, and describes it in the headers. */
	static byte[] body(GatewayProblemException refusal, ServerHttpRequest request, String correlationId,
			HttpHeaders headers) {
		if (!ProblemPage.isWanted(request)) {
			return GatewayProblem.of(refusal, request.getURI().getRawPath(), correlationId).toJson();
		}
		headers.setContentType(HTML);
		headers.set("Content-Security-Policy", ProblemPage.POLICY);
		return ProblemPage.of(refusal, request, correlationId);
	}

	/** The HTTP codec has answered a broken body already. */
	private static boolean isRefusedOnTheWire(ServerHttpResponse response, Throwable failure) {
		return ServerHttpResponseDecorator.<Object>getNativeResponse(response) instanceof HttpServerResponse wire
				&& wire.hasSentHeaders() && (!response.isCommitted() || failure instanceof IllegalStateException);
	}

	static void describe(GatewayProblemException refusal, HttpHeaders request, HttpHeaders headers) {
		// Removes headers of a service's discarded answer.
		headers.clear();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setCacheControl("no-store");
		refusal.headers().forEach(headers::set);
		if (refusal.status() == HttpStatus.UNAUTHORIZED) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE,
					scheme(request) + (refusal.code().equals("auth.required") ? "" : " error=\"invalid_token\""));
		}
		Duration retryAfter = refusal.retryAfter();
		if (retryAfter != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(secondsOf(retryAfter)));
		}
	}

	/** Whole seconds, at least one. */
	static long secondsOf(@Nullable Duration retryAfter) {
		return (retryAfter != null) ? Math.max(1, retryAfter.plusMillis(999).toSeconds()) : 1;
	}

	/** The challenge uses the scheme of the request. */
	private static String scheme(HttpHeaders request) {
		String authorization = request.getFirst(HttpHeaders.AUTHORIZATION);
		return (authorization != null && authorization.regionMatches(true, 0, "DPoP ", 0, 5)) ? "DPoP" : "Bearer";
	}

}
