package org.parley.auth.federation.protocol;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProvider;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * The discovered configuration of a provider.
 *
 * @param createdAt of the provider
 * @param version of the provider's settings
 * @param issuerInAnswer whether its answers name the issuer (RFC 9207)
 * @param idTokens decodes its ID tokens; null for GitHub, which issues none
 * @param userInfo fetches the user info
 */
record ProviderClient(Instant createdAt, long version, ClientRegistration registration, boolean issuerInAnswer,
		@Nullable JwtDecoder idTokens, RestTemplate http, RestTemplate userInfo, Instant loadedAt) {

	/**
	 * Whether it has the provider's present settings. A provider that was added again has
	 * the versions of the former one.
	 */
	boolean isOf(IdentityProvider provider) {
		return this.version == provider.version() && this.createdAt.equals(provider.createdAt());
	}

}
