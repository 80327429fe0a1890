package org.parley.webhook.forum;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post, stored as long as deliveries about it may be waiting.
 *
 * @param readable whether readers of the category see it
 * @param at time of the last event
 */
@Document("forum_posts")
record PublicPost(@Id String id, boolean readable, long version,
		@Indexed(expireAfter = "90d", useGeneratedName = true) Instant at) {
}
