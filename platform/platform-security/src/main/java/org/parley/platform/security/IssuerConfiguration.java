package org.parley.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

import org.parley.platform.security.token.TokenAudiences;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies tokens with the issuer's keys, unless the service has its own keys. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(JwtDecoder.class)
class IssuerConfiguration {

	@Bean(initMethod = "prefetch")
	IssuerKeys issuerKeys(@Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") URI address,
			InstantSource clock) throws MalformedURLException {
		return new IssuerKeys(address, clock);
	}

	@Bean
	JwtDecoder accessTokens(IssuerKeys keys, @Value("${parley.public-url}") String issuer,
			@Value("${parley.token-audiences:" + TokenAudiences.API + "}") Set<String> audiences, InstantSource clock) {
		if (!TokenAudiences.ALL.containsAll(audiences)) {
			throw new IllegalStateException("parley.token-audiences must be some of " + TokenAudiences.ALL
					+ ", because the gateway revokes no others");
		}
		var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
		decoder.setJwtValidator(CallerClaims.accessTokenOf(issuer, audiences));
		return new CachingJwtDecoder(decoder, clock);
	}

}
