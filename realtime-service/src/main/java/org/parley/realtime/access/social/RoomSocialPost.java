package org.parley.realtime.access.social;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored rights of a post.
 *
 * @param visibility {@code public}, {@code followers} or {@code private}
 */
@Document("social_posts")
record RoomSocialPost(@Id String id, String authorId, String visibility, boolean removed, long version) {
}
