package org.parley.auth.user.revocation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How revocations are published; gateway and realtime-service need the same values.
 *
 * @param name the Redis channel and the prefix of the Redis keys
 * @param kept how long a revocation is stored, at least a minute longer than an access
 * token is valid
 */
@ConfigurationProperties("parley.revocations")
public record RevocationPublishingSettings(@DefaultValue("revocations") String name,
		@DefaultValue("16m") Duration kept) {
}
