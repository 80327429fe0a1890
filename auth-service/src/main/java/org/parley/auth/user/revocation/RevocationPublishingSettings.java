package org.parley.auth.user.revocation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How revocations are told, which gateway and realtime-service must know too.
 *
 * @param name of the channel in Redis, and what the keys there begin with
 * @param kept how long; longer than an access token counts
 */
@ConfigurationProperties("parley.revocations")
public record RevocationPublishingSettings(@DefaultValue("revocations") String name,
		@DefaultValue("16m") Duration kept) {
}
