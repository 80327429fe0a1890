package org.parley.auth.federation.provider;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in with other providers.
 *
 * @param allowPrivateAddresses whether providers may have private addresses and lack TLS;
 * for development, or for an issuer inside one's own network
 * @param connectTimeout time limit of connecting to a provider
 * @param timeout time limit of an answer of a provider
 * @param patience time between leaving for the provider and returning
 */
@ConfigurationProperties("parley.federation")
public record FederationSettings(@DefaultValue("false") boolean allowPrivateAddresses,
		@DefaultValue("3s") Duration connectTimeout, @DefaultValue("5s") Duration timeout,
		@DefaultValue("10m") Duration patience) {
}
