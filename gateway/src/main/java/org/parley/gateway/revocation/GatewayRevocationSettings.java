package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway learns of revocations.
 *
 * @param name of the channel in Redis
 * @param kept how long a revocation is kept; longer than the lifetime of an access token
 * @param source the URL of auth-service's list of these revocations
 * @param staleAfter how long the revocations may be outdated before no token is accepted
 * @param patience how long a request waits until its token can be checked
 * @param tokenlessPaths paths that ignore tokens, so that a revoked token does not
 * prevent signing in
 */
@Validated
@ConfigurationProperties("parley.revocations")
record GatewayRevocationSettings(@DefaultValue("revocations") String name, @DefaultValue("16m") Duration kept,
		@NotNull URI source, @DefaultValue("1m") Duration staleAfter, @DefaultValue("2s") Duration patience,
		@DefaultValue Set<String> tokenlessPaths) {
}
