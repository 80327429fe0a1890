package org.parley.gateway.limit;

import java.util.List;
import java.util.Set;

import org.parley.gateway.address.Client;
import org.parley.gateway.path.PathSet;
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

	private static final PathSet OWN = PathSet
		.withAllBelow(List.of("/livez", "/readyz", "/health", "/metrics", "/docs"));

	private final PathSet credentialPaths;

	private final PathSet codePaths;

	private final PathSet sessionPaths;

	private final PathSet machinePaths;

	private final List<Limit> credentials;

	private final List<Limit> machines;

	private final List<Limit> userReads;

	private final List<Limit> userWrites;

	private final List<Limit> anonymousReads;

	private final List<Limit> anonymousWrites;

	private final AccessTokens tokens;

	Allowance(LimitSettings settings, AccessTokens tokens) {
		this.tokens = tokens;
		this.credentialPaths = PathSet.of(settings.credentialPaths());
		this.codePaths = PathSet.of(settings.codePaths());
		this.sessionPaths = PathSet.of(settings.sessionPaths());
		this.machinePaths = PathSet.withAllBelow(settings.machinePaths());
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
		if (OWN.contains(request)) {
			return new Share(List.of(), "");
		}
		if (this.machinePaths.contains(request)) {
			return new Share(this.machines, Subjects.of(client.address()));
		}
		if (takesCredentials(request)) {
			return new Share(this.credentials, Subjects.of(client.address()));
		}
		boolean write = isWrite(request) && !this.sessionPaths.contains(request);
		AccessToken token = this.tokens.of(exchange);
		return (token != null) ? new Share(write ? this.userWrites : this.userReads, token.subject())
				: new Share(write ? this.anonymousWrites : this.anonymousReads, Subjects.of(client.address()));
	}

	private boolean takesCredentials(ServerHttpRequest request) {
		return this.codePaths.contains(request) || (isWrite(request) && this.credentialPaths.contains(request));
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
