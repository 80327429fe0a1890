package org.parley.auth.federation.protocol;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * The discovered configuration of a provider.
 *
 * @param version of the provider's settings
 * @param issuerInAnswer whether its answers name the issuer (RFC 9207)
 * @param idTokens decodes its ID tokens; null for GitHub, which issues none
 */
record ProviderClient(long version, ClientRegistration registration, boolean issuerInAnswer,
		@Nullable JwtDecoder idTokens, RestTemplate http, Instant loadedAt) {
}
