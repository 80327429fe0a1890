package org.parley.auth.session;

import java.util.Set;

import org.parley.auth.key.SigningKeys;
import org.parley.platform.security.PlatformSecurityAutoConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Verifies this service's own tokens with its own keys, without asking over HTTP. */
@Configuration(proxyBeanMethods = false)
class LocalTokens {

	private static final Set<String> WITHOUT = Set.of("/api/v1/auth/register", "/api/v1/auth/login",
			"/api/v1/auth/refresh", "/api/v1/auth/verify-email", "/api/v1/auth/forgot-password",
			"/api/v1/auth/reset-password", "/api/v1/auth/confirm-email", "/api/v1/auth/restore-email",
			"/api/v1/auth/passkeys/sign-in-options", "/api/v1/auth/passkeys/sign-in",
			"/internal/personal-tokens/exchange");

	/** Whoever signs in or refreshes may still send a token that counts no more. */
	@Bean
	BearerTokenResolver bearerTokens() {
		var header = new DefaultBearerTokenResolver();
		return (request) -> WITHOUT.contains(request.getRequestURI()) ? null : header.resolve(request);
	}

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
