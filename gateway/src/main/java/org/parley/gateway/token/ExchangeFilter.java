package org.parley.gateway.token;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Puts an access token in the place of a personal one. Comes after the limits, so that
 * who guesses spends those of their address; one that counts for nothing is left as it
 * is, and the services refuse it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 42)
class ExchangeFilter implements WebFilter {

	private final PersonalTokens personal;

	private final AccessTokens tokens;

	private final Refusals refusals;

	ExchangeFilter(PersonalTokens personal, AccessTokens tokens, Refusals refusals) {
		this.personal = personal;
		this.tokens = tokens;
		this.refusals = refusals;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String token = AccessTokens.personal(exchange.getRequest().getHeaders());
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
			// A role that changed ends access tokens, and not what they were given for.
			this.personal.forget(token);
			known = null;
		}
		return (known != null) ? Mono.just(known) : this.personal.exchange(token);
	}

	private boolean isRefused(@Nullable AccessToken token) {
		return token != null && this.refusals.refuses(token);
	}

	private ServerWebExchange with(String accessToken, ServerWebExchange exchange) {
		this.tokens.forget(exchange);
		return exchange.mutate()
			.request((request) -> request
				.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)))
			.build();
	}

}
