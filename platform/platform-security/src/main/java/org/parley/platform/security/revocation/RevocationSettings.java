package org.parley.platform.security.revocation;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service learns of revocations.
 *
 * @param name of auth-service's channel in Redis
 * @param kept how long a revocation is kept; longer than the lifetime of an access token
 * @param source the URL of auth-service's list of these revocations
 * @param staleAfter how long the revocations may be outdated before no token is accepted
 * @param pause the delay before a failed load is repeated
 * @param again the interval of regular loads
 */
@Validated
@ConfigurationProperties("parley.revocations")
record RevocationSettings(@DefaultValue("revocations") String name, @DefaultValue("16m") Duration kept,
		@NotNull URI source, @DefaultValue("1m") Duration staleAfter, @DefaultValue("1s") Duration pause,
		@DefaultValue("1m") Duration again) {
}
