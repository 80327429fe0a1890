package org.parley.forum.cache;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the response cache.
 *
 * @param local the maximum memory for responses in this process
 * @param lifetime how long a response is cached unless it is invalidated
 * @param timeout how long a request waits for Redis
 * @param beat the interval of heartbeats through Redis while the cache is used
 * @param patience how long an instance waits for a response that another one computes
 */
@ConfigurationProperties("parley.cache")
record CacheSettings(@DefaultValue("48MB") DataSize local, @DefaultValue("5m") Duration lifetime,
		@DefaultValue("200ms") Duration timeout, @DefaultValue("250ms") Duration beat,
		@DefaultValue("250ms") Duration patience) {

	/** Without a use for this time, heartbeats follow one another after this time. */
	Duration rest() {
		return this.beat.multipliedBy(20);
	}

	/** After this time without an own heartbeat, other messages may be lost, too. */
	Duration heartbeatTimeout() {
		return this.beat.multipliedBy(4);
	}

}
