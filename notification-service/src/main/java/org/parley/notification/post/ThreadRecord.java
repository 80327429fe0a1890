package org.parley.notification.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.NotificationPlace;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread, as far as it matters whom to tell of it.
 *
 * @param id of the thread
 * @param title its title
 * @param categoryId where it lies
 * @param gone whether its readers see it no more
 * @param version of the thread
 * @param at when it was heard of last; it ends some time later
 * @param checkAt when to look once more at what was told of it meanwhile
 * @param into where everything of it is now, when it is part of another thread
 */
@Document("threads")
record ThreadRecord(@Id String id, String title, String categoryId, boolean gone, long version, Instant at,
		@Nullable Instant checkAt, @Nullable NotificationPlace into) {
}
