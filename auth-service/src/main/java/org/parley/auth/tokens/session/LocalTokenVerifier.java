package org.parley.auth.tokens.session;

import java.util.Set;

import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.platform.security.CallerClaims;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies access tokens with the local keys instead of the published JWKS. */
@Configuration(proxyBeanMethods = false)
class LocalTokenVerifier {

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
