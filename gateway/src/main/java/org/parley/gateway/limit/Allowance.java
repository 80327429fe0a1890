package org.parley.gateway.limit;

import java.util.List;
import java.util.Set;

import org.parley.gateway.address.Client;
import org.parley.gateway.token.AccessToken;
import org.parley.gateway.token.AccessTokens;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Says under which limits a request falls, and as whose.
 */
@Component
class Allowance {

	private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final List<String> OWN = List.of("/livez", "/readyz", "/health", "/metrics", "/docs");

	private final LimitSettings settings;

	private final List<Limit> credentials;

	private final List<Limit> machines;

	private final List<Limit> userReads;

	private final List<Limit> userWrites;

	private final List<Limit> anonymousReads;

	private final List<Limit> anonymousWrites;

	private final AccessTokens tokens;

	Allowance(LimitSettings settings, AccessTokens tokens) {
		this.settings = settings;
		this.tokens = tokens;
		Limit user = settings.user().named("user");
		Limit anonymous = settings.anonymous().named("anonymous");
		Limit writes = settings.writes().named("writes");
		this.credentials = List.of(settings.credentials().named("credentials"));
		this.machines = List.of(settings.machines().named("machines"));
		this.userReads = List.of(user);
		this.userWrites = List.of(writes, user);
		this.anonymousReads = List.of(anonymous);
		this.anonymousWrites = List.of(writes, anonymous);
	}

	Share of(ServerWebExchange exchange, Client client) {
		ServerHttpRequest request = exchange.getRequest();
		String path = request.getURI().getRawPath();
		if (OWN.stream().anyMatch(path::startsWith)) {
			return new Share(List.of(), "");
		}
		if (this.settings.machinePaths().stream().anyMatch(path::startsWith)) {
			return new Share(this.machines, Subjects.of(client.address()));
		}
		if (isWrite(request) && this.settings.credentialPaths().contains(path)) {
			return new Share(this.credentials, Subjects.of(client.address()));
		}
		boolean write = isWrite(request) && !this.settings.sessionPaths().contains(path);
		AccessToken token = this.tokens.of(exchange);
		return (token != null) ? new Share(write ? this.userWrites : this.userReads, token.subject())
				: new Share(write ? this.anonymousWrites : this.anonymousReads, Subjects.of(client.address()));
	}

	private static boolean isWrite(ServerHttpRequest request) {
		return !READS.contains(request.getMethod());
	}

	/**
	 * The limits of a request, the strictest first.
	 *
	 * @param limits none for a request that is not counted
	 * @param subject the person or network that spends them
	 */
	record Share(List<Limit> limits, String subject) {
	}

}
