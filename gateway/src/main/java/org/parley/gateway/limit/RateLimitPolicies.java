package org.parley.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.gateway.address.ResolvedClient;
import org.parley.gateway.path.PagePath;
import org.parley.gateway.path.PathSet;
import org.parley.gateway.token.RequestAccessTokens;
import org.parley.gateway.token.VerifiedAccessToken;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Selects the rate limits and the subject of a request, by immutable settings. A limit
 * that is larger than others needs the path of the route that serves the request, in the
 * same case of letters.
 */
class RateLimitPolicies {

	private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final PathSet PROBES = PathSet.withAllBelow(List.of("/livez", "/readyz", "/health", "/metrics"));

	private static final PathSet FILES = PathSet.withAllBelow(List.of("/m"));

	private final PathSet credentialPaths;

	private final PathSet codePaths;

	private final PathSet sessionPaths;

	private final PathSet machinePaths;

	private final PathSet peoplePaths;

	private final Map<HttpMethod, PathSet> messagePaths;

	private final List<RateLimit> credentials;

	private final List<RateLimit> machines;

	private final List<RateLimit> pages;

	private final List<RateLimit> files;

	private final List<RateLimit> userReads;

	private final List<RateLimit> userWrites;

	private final List<RateLimit> anonymousReads;

	private final List<RateLimit> anonymousWrites;

	private final RateLimit token;

	private final RateLimit app;

	private final RateLimit userOfApp;

	private final RequestAccessTokens tokens;

	RateLimitPolicies(RateLimitSettings settings, RequestAccessTokens tokens) {
		this.tokens = tokens;
		this.credentialPaths = PathSet.of(settings.credentialPaths());
		this.codePaths = PathSet.of(settings.codePaths());
		this.sessionPaths = PathSet.of(settings.sessionPaths());
		this.machinePaths = PathSet.withAllBelow(settings.machinePaths());
		this.peoplePaths = PathSet.withAllBelow(settings.peoplePaths());
		this.messagePaths = byMethod(settings.messagePaths());
		this.token = settings.token().named("token");
		this.app = settings.app().named("app");
		this.userOfApp = settings.token().named("user-of-app");
		RateLimit user = settings.user().named("user");
		RateLimit anonymous = settings.anonymous().named("anonymous");
		RateLimit writes = settings.writes().named("writes");
		this.credentials = List.of(settings.credentials().named("credentials"));
		this.machines = List.of(settings.machines().named("machines"));
		this.pages = List.of(settings.pages().named("pages"));
		this.files = List.of(settings.files().named("files"));
		this.userReads = List.of(user);
		this.userWrites = List.of(writes, user);
		this.anonymousReads = List.of(anonymous);
		this.anonymousWrites = List.of(writes, anonymous);
	}

	Share of(ServerWebExchange exchange, ResolvedClient resolvedClient) {
		ServerHttpRequest request = exchange.getRequest();
		if (PROBES.containsAsWritten(request)) {
			return new Share(List.of(), "");
		}
		if (FILES.containsAsWritten(request)) {
			return new Share(this.files, RateLimitSubjects.of(resolvedClient.address()));
		}
		if (PagePath.isIn(request)) {
			return new Share(this.pages, RateLimitSubjects.of(resolvedClient.address()));
		}
		if (this.machinePaths.containsAsWritten(request) && !this.peoplePaths.contains(request)) {
			return new Share(this.machines, RateLimitSubjects.of(resolvedClient.address()));
		}
		if (takesCredentials(request)) {
			return new Share(this.credentials, RateLimitSubjects.of(resolvedClient.address()));
		}
		boolean write = isWrite(request) && !this.sessionPaths.containsAsWritten(request) && !isMessage(request);
		VerifiedAccessToken token = this.tokens.of(exchange);
		if (token == null) {
			return new Share(write ? this.anonymousWrites : this.anonymousReads,
					RateLimitSubjects.of(resolvedClient.address()));
		}
		return new Share(write ? this.userWrites : this.userReads, token.subject(), quotasOf(token));
	}

	/** The quota of a personal token. */
	Quota ofToken(String id) {
		return new Quota(this.token, id);
	}

	/** The quota of an app, by its {@code client_id}. */
	Quota ofApp(String id) {
		return new Quota(this.app, id);
	}

	/** One user of an app cannot use up the quota of all its users. */
	private List<Quota> quotasOf(VerifiedAccessToken token) {
		if (token.isPersonal()) {
			return List.of(ofToken(Objects.requireNonNull(token.session())));
		}
		if (!token.isOfApp()) {
			return List.of();
		}
		String client = Objects.requireNonNull(token.client());
		boolean hasUser = !token.subject().equals(client);
		return hasUser ? List.of(new Quota(this.userOfApp, client + ":" + token.subject()), ofApp(client))
				: List.of(ofApp(client));
	}

	private boolean takesCredentials(ServerHttpRequest request) {
		return this.codePaths.contains(request) || (isWrite(request) && this.credentialPaths.contains(request));
	}

	private static Map<HttpMethod, PathSet> byMethod(Set<String> requests) {
		return requests.stream()
			.collect(Collectors.groupingBy(
					(request) -> HttpMethod.valueOf(request.substring(0, Math.max(0, request.indexOf(' ')))),
					Collectors.mapping((request) -> request.substring(request.indexOf(' ') + 1),
							Collectors.collectingAndThen(Collectors.toSet(), PathSet::of))));
	}

	private boolean isMessage(ServerHttpRequest request) {
		PathSet paths = this.messagePaths.get(request.getMethod());
		return paths != null && paths.containsAsWritten(request);
	}

	private static boolean isWrite(ServerHttpRequest request) {
		return !READS.contains(request.getMethod());
	}

	/**
	 * The limits of a request, the strictest first.
	 *
	 * @param limits empty for an unlimited request
	 * @param subject the person or network whose quota is used
	 * @param quotas those of the program, used by requests that no limit refuses
	 */
	record Share(List<RateLimit> limits, String subject, List<Quota> quotas) {

		Share(List<RateLimit> limits, String subject) {
			this(limits, subject, List.of());
		}

		/** The limits with their subjects, and then the quotas. */
		List<Quota> all() {
			return Stream
				.concat(this.limits.stream().map((limit) -> new Quota(limit, this.subject)), this.quotas.stream())
				.toList();
		}

	}

	/**
	 * The limit of a program.
	 *
	 * @param subject the personal token, the app, or a user of the app
	 */
	record Quota(RateLimit limit, String subject) {
	}

	/**
	 * Determines whose quota a request uses. The /64 network of an IPv6 client is one
	 * subject.
	 */
	static final class RateLimitSubjects {

		private RateLimitSubjects() {
		}

		static String of(InetAddress address) {
			if (address instanceof Inet6Address) {
				return HexFormat.of().formatHex(address.getAddress(), 0, 8);
			}
			return address.getHostAddress();
		}

	}

}
