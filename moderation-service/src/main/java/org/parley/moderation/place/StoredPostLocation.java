package org.parley.moderation.place;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The thread that a post went to.
 *
 * @param postId the post's id
 * @param thread where it is; null while it is where it was written
 * @param number its place there
 * @param version of the post that told so; -1 while it is where it was written
 */
@Document("post_places")
record StoredPostLocation(@Id String postId, @Nullable ModeratedThreadReference thread, int number, long version) {
}
