package org.parley.auth.oauth.token;

import java.time.InstantSource;
import java.time.ZoneOffset;

import com.nimbusds.jose.jwk.JWKSet;
import org.parley.auth.tokens.key.SigningKeyStore;

import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Generates access, ID and refresh tokens. */
@Component
class TokenGenerators {

	private final OAuth2TokenGenerator<? extends OAuth2Token> generator;

	TokenGenerators(SigningKeyStore keys, TokenClaimsCustomizer claims, InstantSource clock,
			OpaqueRefreshTokenGenerator refreshTokens) {
		var encoder = new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(keys.active())));
		var jwts = new JwtGenerator(encoder);
		jwts.setJwtCustomizer(claims);
		jwts.setClock(clock.withZone(ZoneOffset.UTC));
		this.generator = new DelegatingOAuth2TokenGenerator(jwts, refreshTokens);
	}

	OAuth2TokenGenerator<? extends OAuth2Token> generator() {
		return this.generator;
	}

}
