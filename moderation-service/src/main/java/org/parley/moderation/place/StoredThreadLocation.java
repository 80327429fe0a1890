package org.parley.moderation.place;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The category that a thread is in.
 *
 * @param threadId the thread's id
 * @param category where it is; null until the forum has told of it
 * @param version of the thread that told so; -1 until then
 */
@Document("thread_places")
record StoredThreadLocation(@Id String threadId, ModeratedThreadReference.@Nullable Category category, long version) {
}
