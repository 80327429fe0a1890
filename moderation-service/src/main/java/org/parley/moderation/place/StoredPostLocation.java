package org.parley.moderation.place;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The location of a post.
 *
 * @param postId the post's id
 * @param thread the thread that it was moved to; null if it was never moved
 * @param number its position in the thread
 * @param version the post's version at the move; -1 if it was never moved
 */
@Document("post_places")
record StoredPostLocation(@Id String postId, @Nullable ModeratedThreadReference thread, int number, long version) {
}
