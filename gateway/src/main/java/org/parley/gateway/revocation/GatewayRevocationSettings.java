package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What auth-service and the gateway agree on, and how the gateway hears of it.
 *
 * @param name of the channel in Redis
 * @param kept how long a revocation is remembered; longer than an access token counts
 * @param source where auth-service lists those of that time
 * @param staleAfter how long revocations may have been missed before no token is believed
 * @param patience how long a request with a token waits until it can be judged
 * @param tokenlessPaths where a token is not looked at, so that one that counts no more
 * keeps nobody from signing in
 */
@Validated
@ConfigurationProperties("parley.revocations")
record GatewayRevocationSettings(@DefaultValue("revocations") String name, @DefaultValue("16m") Duration kept,
		@NotNull URI source, @DefaultValue("1m") Duration staleAfter, @DefaultValue("2s") Duration patience,
		@DefaultValue Set<String> tokenlessPaths) {
}
