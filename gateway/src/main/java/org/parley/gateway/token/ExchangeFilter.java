package org.parley.gateway.token;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.revocation.Revocations;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Replaces a personal access token by an access token. Runs after the rate limits, so
 * guesses use the quota of their address. The services refuse invalid personal tokens.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 42)
class ExchangeFilter implements WebFilter {

	private final PersonalTokenExchange personal;

	private final RequestAccessTokens tokens;

	private final Revocations revocations;

	ExchangeFilter(PersonalTokenExchange personal, RequestAccessTokens tokens, Revocations revocations) {
		this.personal = personal;
		this.tokens = tokens;
		this.revocations = revocations;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String token = RequestAccessTokens.personal(exchange.getRequest().getHeaders());
		if (token == null) {
			return chain.filter(exchange);
		}
		return accessToken(token, exchange).map((found) -> with(found, exchange))
			.defaultIfEmpty(exchange)
			.flatMap(chain::filter);
	}

	private Mono<String> accessToken(String token, ServerWebExchange exchange) {
		String known = this.personal.known(token);
		if (known != null && isRefused(this.tokens.of(exchange))) {
			// A changed role revokes access tokens, but not the personal token behind
			// them.
			this.personal.forget(token);
			known = null;
		}
		return (known != null) ? Mono.just(known) : this.personal.exchange(token);
	}

	private boolean isRefused(@Nullable VerifiedAccessToken token) {
		return token != null && this.revocations.contain(token.subject(), token.session(), token.version());
	}

	private ServerWebExchange with(String accessToken, ServerWebExchange exchange) {
		this.tokens.forget(exchange);
		return exchange.mutate()
			.request((request) -> request
				.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)))
			.build();
	}

}
