package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.gateway.path.PathSet;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.token.RequestAccessTokens;
import org.parley.gateway.token.VerifiedAccessToken;
import org.parley.platform.security.revocation.RevocationFreshness;
import org.parley.platform.security.revocation.Revocations;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses revoked access tokens. Without keys or current revocations a request with a
 * token waits briefly and then gets 503; requests without a token do not wait. Runs after
 * the rate limits, so refused requests use the quota.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 45)
@EnableConfigurationProperties(TokenCheckSettings.class)
class RevocationFilter implements WebFilter {

	private final RequestAccessTokens tokens;

	private final Revocations revocations;

	private final PathSet tokenlessPaths;

	private final RevocationFreshness freshness;

	private final Duration patience;

	private final Counter refused;

	RevocationFilter(RequestAccessTokens tokens, Revocations revocations, RevocationFreshness freshness,
			TokenCheckSettings settings, MeterRegistry meters) {
		this.tokens = tokens;
		this.revocations = revocations;
		this.tokenlessPaths = PathSet.of(settings.tokenlessPaths());
		this.freshness = freshness;
		this.patience = settings.patience();
		this.refused = Counter.builder("parley.gateway.revocations.refused")
			.description("requests with a revoked token")
			.register(meters);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.tokenlessPaths.containsAsWritten(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		VerifiedAccessToken token = this.tokens.of(exchange);
		if ((token != null) ? this.freshness.isCurrent() : !this.tokens.isUndecided(exchange)) {
			return judge(token, exchange, chain);
		}
		return whenJudgeable(exchange).then(Mono.defer(() -> judge(this.tokens.of(exchange), exchange, chain)));
	}

	/** The services refuse invalid tokens. */
	private Mono<Void> judge(@Nullable VerifiedAccessToken token, ServerWebExchange exchange, WebFilterChain chain) {
		if (token != null && this.revocations.contain(token.subject(), token.session(), token.version())) {
			this.refused.increment();
			return Mono.error(new GatewayProblemException(HttpStatus.UNAUTHORIZED, "auth.token-revoked",
					"The session of this token has ended. Sign in again."));
		}
		return chain.filter(exchange);
	}

	private Mono<Void> whenJudgeable(ServerWebExchange exchange) {
		return this.tokens.whenVerifiable(exchange)
			.then(Mono
				.defer(() -> (this.tokens.of(exchange) != null) ? this.freshness.whenCurrent() : Mono.<Void>empty()))
			.timeout(this.patience)
			.onErrorMap(TimeoutException.class, (_) -> new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE,
					"service.unavailable", "Access tokens cannot be checked right now.", this.patience));
	}

}
