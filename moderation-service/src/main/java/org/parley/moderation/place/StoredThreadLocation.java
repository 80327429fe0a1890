package org.parley.moderation.place;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The location of a thread.
 *
 * @param category its category; null while unknown
 * @param version the thread's version in the event; -1 while unknown
 */
@Document("thread_places")
record StoredThreadLocation(@Id String threadId, ModeratedThreadReference.@Nullable Category category, long version) {
}
