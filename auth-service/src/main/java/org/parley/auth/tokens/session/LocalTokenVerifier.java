package org.parley.auth.tokens.session;

import java.util.Set;

import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.platform.security.CallerClaims;
import org.parley.platform.security.TokenlessPaths;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies access tokens with the local keys instead of the published JWKS. */
@Configuration(proxyBeanMethods = false)
class LocalTokenVerifier {

	/** Paths where an invalid token in the request is ignored. */
	@Bean
	TokenlessPaths tokenlessPaths() {
		return new TokenlessPaths(Set.of("/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/refresh",
				"/api/v1/auth/verify-email", "/api/v1/auth/forgot-password", "/api/v1/auth/reset-password",
				"/api/v1/auth/confirm-email", "/api/v1/auth/restore-email", "/api/v1/auth/restore-account",
				"/api/v1/auth/passkeys/sign-in-options", "/api/v1/auth/passkeys/sign-in",
				"/api/v1/auth/passkeys/newcomer-options", "/api/v1/auth/passkeys/register",
				"/internal/personal-tokens/exchange"));
	}

	@Bean
	JwtDecoder localAccessTokenDecoder(SigningKeyStore keys, @Value("${parley.public-url}") String issuer) {
		var decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwtProcessorCustomizer((processor) -> processor.setJWSTypeVerifier((_, _) -> {
			}))
			.build();
		decoder.setJwtValidator(CallerClaims.accessTokenOf(issuer, Set.of(TokenAudiences.API)));
		return decoder;
	}

}
