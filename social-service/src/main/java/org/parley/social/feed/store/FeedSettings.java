package org.parley.social.feed.store;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The feeds.
 *
 * @param writtenFollowers the number of followers up to which posts are written to each
 * feed; larger authors are merged on reading
 * @param kept the number of entries of a feed
 * @param filled the number of posts that following a person adds
 * @param workers the number of concurrent rounds of an instance
 */
@ConfigurationProperties("social.feed")
@Validated
public record FeedSettings(@DefaultValue("10000") @Min(1) int writtenFollowers, @DefaultValue("800") @Min(1) int kept,
		@DefaultValue("20") @Min(0) int filled, @DefaultValue("2") @Min(1) int workers) {
}
