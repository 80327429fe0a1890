package org.parley.notification.social;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A social post, a comment or a reaction, as far as notifications need it. A removed one
 * is kept, so that a late event does not notify of it.
 *
 * @param id of the post or comment; of a reaction, its target and its person
 * @param personId the author
 * @param visibility who may see it; null for comments and reactions
 * @param shown whether it was neither removed nor hidden
 * @param at time of the last event; start of the retention period
 */
@Document("social_items")
record SocialItem(@Id String id, String personId, @Nullable SocialVisibility visibility, boolean shown, long version,
		@Indexed(expireAfter = "180d", useGeneratedName = true) Instant at) {

	static String reactionId(String targetId, String personId) {
		return targetId + ":" + personId;
	}

}
