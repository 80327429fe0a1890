package org.parley.gateway.settings;

import java.util.List;

import org.parley.gateway.path.PathSet;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.token.RequestAccessTokens;
import org.parley.gateway.token.VerifiedAccessToken;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Requires an administrator for the refresh of the gateway's settings. Runs after limits
 * and revocations. The services check the permissions for their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 48)
class SettingsAccessFilter implements WebFilter {

	private static final PathSet SETTINGS = PathSet.withAllBelow(List.of("/api/v1/admin/gateway"));

	private final RequestAccessTokens tokens;

	SettingsAccessFilter(RequestAccessTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!SETTINGS.contains(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		VerifiedAccessToken token = this.tokens.of(exchange);
		if (token == null) {
			return Mono
				.error(new GatewayProblemException(HttpStatus.UNAUTHORIZED, "auth.required", "Sign in to do this."));
		}
		return token.administrator() ? chain.filter(exchange) : Mono
			.error(new GatewayProblemException(HttpStatus.FORBIDDEN, "auth.forbidden", "You may not do this."));
	}

}
