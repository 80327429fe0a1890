package org.parley.platform.security;

import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.security.proof.Confirmation;
import org.parley.platform.security.proof.ProofOfPossession;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Reads bearer tokens and DPoP-bound tokens with their proofs. */
final class Authentications {

	private final String site;

	private final TokenlessPaths tokenlessPaths;

	private final ProofOfPossession proofs;

	Authentications(JwtDecoder tokens, @Value("${parley.public-url}") String site, InstantSource clock,
			ObjectProvider<TokenlessPaths> tokenlessPaths) {
		this.site = site;
		this.tokenlessPaths = tokenlessPaths.getIfAvailable(() -> new TokenlessPaths(Set.of()));
		var verifier = new JwtAuthenticationProvider(tokens);
		verifier.setJwtAuthenticationConverter(Authentications::of);
		this.proofs = new ProofOfPossession(new ProviderManager(verifier), clock);
	}

	BearerTokenResolver bearer() {
		var header = new DefaultBearerTokenResolver();
		return (request) -> this.tokenlessPaths.covers(request) ? null : header.resolve(request);
	}

	void install(DefaultSecurityFilterChain chain, AuthenticationFailureHandler failures) {
		this.proofs.install(chain, this.site, this.tokenlessPaths::covers, failures);
	}

	/** Authenticates bearer tokens and refuses those that are bound to a key. */
	static AbstractAuthenticationToken ofBearer(Jwt token) {
		if (Confirmation.isDemandedBy(token)) {
			throw new InvalidBearerTokenException("The token is bound to a key: use the scheme DPoP");
		}
		return of(token);
	}

	private static AbstractAuthenticationToken of(Jwt token) {
		var caller = CallerClaims.callerOf(token);
		var authorities = Stream
			.concat(caller.roles().stream().map("ROLE_"::concat), caller.scopes().stream().map("SCOPE_"::concat))
			.<GrantedAuthority>map(SimpleGrantedAuthority::new)
			.collect(Collectors.toUnmodifiableSet());
		return new JwtAuthenticationToken(token, authorities, caller.id());
	}

}
