package org.parley.auth.session;

import org.parley.auth.key.SigningKeys;
import org.parley.platform.security.PlatformSecurityAutoConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies this service's own tokens with its own keys, without asking over HTTP. */
@Configuration(proxyBeanMethods = false)
class LocalTokens {

	@Bean
	JwtDecoder localAccessTokens(SigningKeys keys, @Value("${parley.public-url}") String issuer) {
		var decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwtProcessorCustomizer((processor) -> processor.setJWSTypeVerifier((_, _) -> {
			}))
			.build();
		decoder.setJwtValidator(PlatformSecurityAutoConfiguration.accessTokenOf(issuer));
		return decoder;
	}

}
