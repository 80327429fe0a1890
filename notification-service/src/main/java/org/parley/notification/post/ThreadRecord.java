package org.parley.notification.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread, as far as notifications need it.
 *
 * @param authorId its author; null in older records
 * @param gone whether it is hidden or removed
 * @param at time of the last event; start of the retention period
 * @param checkAt time to relocate concurrently stored notifications
 * @param into the target of a merge; null if the thread is not merged
 */
@Document("threads")
@CompoundIndex(def = "{'checkAt': 1}", sparse = true)
record ThreadRecord(@Id String id, String title, @Nullable String authorId, String categoryId, boolean gone,
		long version, @Indexed(expireAfter = "180d", useGeneratedName = true) Instant at, @Nullable Instant checkAt,
		@Nullable NotificationPlace into) {
}
