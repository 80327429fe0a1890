package org.parley.notification.mailinglist;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post that is mailed to people, page by page.
 *
 * @param slug of the category
 * @param number its place in the thread
 * @param title of the thread
 * @param author the name of the author
 * @param content the Markdown source
 * @param html the content, rendered and sanitized
 * @param after the last person who was mailed; null before the first page
 * @param dueAt time of the next page
 */
@Document("list_posts")
@CompoundIndex(def = "{'dueAt': 1}")
@CompoundIndex(def = "{'authorId': 1}")
record ListPost(@Id String id, NotificationPlace place, String slug, int number, String title, String authorId,
		String author, String content, String html, @Nullable String after, Instant dueAt) {

	/** The text, as values of its mails. */
	Map<String, String> text() {
		return Map.of("content", this.content, "html", this.html);
	}

	/** Omits the content. */
	@Override
	public String toString() {
		return "ListPost[id=" + this.id + "]";
	}

}
