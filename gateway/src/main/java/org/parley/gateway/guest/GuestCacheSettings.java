package org.parley.gateway.guest;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The cache of guests' reads.
 *
 * @param paths path patterns; their answers must not differ between guests
 * @param age the maximum age of an answer; zero switches the cache off
 * @param size the memory for all answers
 */
@ConfigurationProperties("parley.gateway.guest-cache")
record GuestCacheSettings(@DefaultValue Set<String> paths, @DefaultValue("1s") Duration age,
		@DefaultValue("32MB") DataSize size) {
}
