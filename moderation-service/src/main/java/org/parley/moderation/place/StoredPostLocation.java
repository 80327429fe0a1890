package org.parley.moderation.place;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The location of a post.
 *
 * @param thread the thread that it was in at that version; null if that is unknown
 * @param number its position in the thread
 * @param version the version of the post in the newest event that told its thread; -1 if
 * there was none
 */
@Document("post_places")
record StoredPostLocation(@Id String postId, @Nullable ModeratedThreadReference thread, int number, long version) {
}
