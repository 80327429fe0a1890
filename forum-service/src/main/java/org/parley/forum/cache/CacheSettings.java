package org.parley.forum.cache;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept, and for how long.
 *
 * @param local the memory that answers may take in this process
 * @param lifetime how long an answer is kept that nothing touches
 * @param timeout how long a request waits for Redis
 * @param beat how often the way to Redis and back is tried
 * @param patience how long one instance waits for what another computes
 */
@ConfigurationProperties("parley.cache")
record CacheSettings(@DefaultValue("48MB") DataSize local, @DefaultValue("5m") Duration lifetime,
		@DefaultValue("200ms") Duration timeout, @DefaultValue("250ms") Duration beat,
		@DefaultValue("250ms") Duration patience) {

	/** Without an own beat for so long, pushes of others may be missing, too. */
	Duration silence() {
		return this.beat.multipliedBy(4);
	}

}
