package org.parley.gateway.revocation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.gateway.problem.ProblemException;
import org.parley.gateway.token.AccessToken;
import org.parley.gateway.token.AccessTokens;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses access tokens that were revoked. Comes after the limits, which a refused
 * request spends too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 45)
class RevocationFilter implements WebFilter {

	private final AccessTokens tokens;

	private final Revocations revocations;

	private final RevocationSettings settings;

	private final Counter refused;

	RevocationFilter(AccessTokens tokens, Revocations revocations, RevocationSettings settings, MeterRegistry meters) {
		this.tokens = tokens;
		this.revocations = revocations;
		this.settings = settings;
		this.refused = Counter.builder("parley.gateway.revocations.refused")
			.description("requests with a token that was revoked")
			.register(meters);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (isRevoked(exchange)) {
			this.refused.increment();
			return Mono.error(new ProblemException("auth.token-revoked", HttpStatus.UNAUTHORIZED,
					"The session of this token has ended. Sign in again."));
		}
		return chain.filter(exchange);
	}

	private boolean isRevoked(ServerWebExchange exchange) {
		if (this.settings.tokenlessPaths().contains(exchange.getRequest().getURI().getRawPath())) {
			return false;
		}
		AccessToken token = this.tokens.of(exchange);
		return token != null && this.revocations.refuses(token);
	}

}
