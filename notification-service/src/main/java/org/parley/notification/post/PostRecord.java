package org.parley.notification.post;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.NotificationPlace;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post, as far as it matters whom to tell of it.
 *
 * @param id of the post
 * @param threadId its thread
 * @param number its place there
 * @param title of the thread
 * @param categoryId where the thread lay then
 * @param tags those of the thread then; null in records of before they were kept
 * @param visible whether its readers see it
 * @param version of the post
 * @param at when it was heard of last; it ends some time later
 */
@Document("posts")
record PostRecord(@Id String id, String threadId, int number, String title, String categoryId,
		@Nullable List<String> tags, boolean visible, long version, Instant at) {

	NotificationPlace place() {
		return new NotificationPlace(this.threadId, this.categoryId, (this.tags != null) ? this.tags : List.of());
	}
}
