package org.parley.webhook.visibility;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post, comment, message or room, or an account of the feed, stored as long as
 * deliveries about it may be waiting.
 *
 * @param readable whether those see it who may see the place where it is
 * @param textVersion the version in which moderation has replaced its text; null if it
 * has not
 * @param moved where it was moved; null if it is where it began
 * @param at time of the last event
 */
@Document("forum_posts")
record PublicItem(@Id String id, boolean readable, long version, @Nullable Long textVersion, @Nullable ItemPlace moved,
		@Indexed(expireAfter = "90d", useGeneratedName = true) Instant at) {

	/** A thread and its category. */
	record ItemPlace(String thread, String category) {
	}

}
