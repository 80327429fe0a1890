package org.parley.notification.post;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post, as far as notifications need it.
 *
 * @param authorId null if unknown
 * @param number position in the thread
 * @param title of the thread
 * @param categoryId category of the thread at the time of the event
 * @param tags tags of the thread at the time of the event
 * @param mentions the mentioned usernames; null in older records
 * @param visible whether readers of the category see it
 * @param at time of the last event; start of the retention period
 */
@Document("posts")
@CompoundIndex(def = "{'threadId': 1, 'number': 1, 'visible': 1}")
record PostRecord(@Id String id, @Nullable String authorId, String threadId, int number, String title,
		String categoryId, List<String> tags, @Nullable Set<String> mentions, boolean visible, long version,
		@Indexed(expireAfter = "180d", useGeneratedName = true) Instant at) {

	NotificationPlace place() {
		return new NotificationPlace(this.threadId, this.categoryId, this.tags);
	}

	/** The usernames that it mentions, except some. */
	Set<String> mentionsExcept(Set<String> some) {
		var all = (this.mentions != null) ? this.mentions : Set.<String>of();
		return all.stream().filter((name) -> !some.contains(name)).collect(Collectors.toUnmodifiableSet());
	}

}
