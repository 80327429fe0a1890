package org.parley.gateway.token;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.token.PersonalTokenFormat;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Verifies the access token of a request, or the one that replaces its personal token.
 * Only tokens with a valid signature, issuer, audience and time identify a person; the
 * services decide on permissions.
 */
@Component
public class RequestAccessTokens {

	private static final String ATTRIBUTE = RequestAccessTokens.class.getName();

	/** The scopes that permit operations of administrators; the first includes all. */
	private static final Set<String> ADMINISTRATION = Set.of("parley", "admin");

	private static final Duration REMEMBERED = Duration.ofMinutes(5);

	/** The accepted clock difference, equal to that of the services. */
	private static final Duration SKEW = Duration.ofMinutes(1);

	private final Cache<String, VerifiedAccessToken> verified = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(REMEMBERED)
		.build();

	private final IssuerKeySource keys;

	private final PersonalTokenExchange personal;

	private final InstantSource clock;

	public RequestAccessTokens(IssuerKeySource keys, PersonalTokenExchange personal, InstantSource clock) {
		this.keys = keys;
		this.personal = personal;
		this.clock = clock;
	}

	/** The verified token of a request; computed once. */
	public @Nullable VerifiedAccessToken of(ServerWebExchange exchange) {
		Optional<VerifiedAccessToken> known = exchange.getAttribute(ATTRIBUTE);
		if (known == null) {
			known = Optional.ofNullable(of(exchange.getRequest().getHeaders()));
			exchange.getAttributes().put(ATTRIBUTE, known);
		}
		return known.orElse(null);
	}

	/**
	 * Completes when the key of a request's token is known, or known not to belong to
	 * auth-service. Never completes while auth-service is unavailable.
	 */
	public Mono<Void> whenVerifiable(ServerWebExchange exchange) {
		String keyId = keyId(carried(exchange.getRequest().getHeaders()));
		return (keyId == null) ? Mono.empty()
				: this.keys.whenDecided(keyId).then(Mono.fromRunnable(() -> forget(exchange)));
	}

	/** Whether a request has a token that may become valid with new keys. */
	public boolean isUndecided(ServerWebExchange exchange) {
		String keyId = (of(exchange) == null) ? keyId(carried(exchange.getRequest().getHeaders())) : null;
		return keyId != null && !this.keys.isDecided(keyId);
	}

	/** Forgets the verified token, because the request gets another one. */
	void forget(ServerWebExchange exchange) {
		exchange.getAttributes().remove(ATTRIBUTE);
	}

	/** The personal token of a request, always a bearer token. */
	static @Nullable String personal(HttpHeaders headers) {
		String token = after("Bearer ", headers);
		return (token != null && PersonalTokenFormat.matches(token)) ? token : null;
	}

	/**
	 * Accepts both schemes: the services check the scheme, and a revoked token is invalid
	 * in either.
	 */
	private static @Nullable String presented(HttpHeaders headers) {
		String bearer = after("Bearer ", headers);
		return (bearer != null) ? bearer : after("DPoP ", headers);
	}

	private static @Nullable String after(String scheme, HttpHeaders headers) {
		String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
		return (authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length()))
				? authorization.substring(scheme.length()) : null;
	}

	private @Nullable String carried(HttpHeaders headers) {
		String personal = personal(headers);
		return (personal != null) ? this.personal.known(personal) : presented(headers);
	}

	/** Empty for values that are not signed tokens. */
	private static @Nullable String keyId(@Nullable String token) {
		try {
			return (token != null) ? SignedJWT.parse(token).getHeader().getKeyID() : null;
		}
		catch (ParseException ex) {
			return null;
		}
	}

	private @Nullable VerifiedAccessToken of(HttpHeaders headers) {
		String token = carried(headers);
		if (token == null) {
			return null;
		}
		VerifiedAccessToken known = this.verified.getIfPresent(token);
		if (known == null) {
			known = verify(token);
		}
		return (known != null && known.expires().plus(SKEW).isAfter(this.clock.instant())) ? known : null;
	}

	private @Nullable VerifiedAccessToken verify(String token) {
		try {
			JWTClaimsSet claims = this.keys.verify(SignedJWT.parse(token));
			var found = read(claims);
			this.verified.put(token, found);
			return found;
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			return null;
		}
	}

	private static VerifiedAccessToken read(JWTClaimsSet claims) throws ParseException {
		Integer version = claims.getIntegerClaim("ver");
		return new VerifiedAccessToken(claims.getSubject(), claims.getStringClaim("sid"),
				claims.getStringClaim("client_id"), (version != null) ? version : 0,
				claims.getExpirationTime().toInstant(), isAdministrator(claims));
	}

	private static boolean isAdministrator(JWTClaimsSet claims) throws ParseException {
		List<String> roles = claims.getStringListClaim("roles");
		String scopes = claims.getStringClaim("scope");
		return roles != null && roles.contains("admin") && scopes != null
				&& Stream.of(scopes.split(" ")).anyMatch(ADMINISTRATION::contains) && claims.getClaim("cnf") == null;
	}

}
