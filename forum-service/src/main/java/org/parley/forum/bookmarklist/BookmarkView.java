package org.parley.forum.bookmarklist;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.forum.bookmark.Bookmark;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;

/**
 * A bookmark with the current state of the thread or post that it marks.
 *
 * @param kind {@code thread} or {@code post}
 * @param id the id of the thread or the post
 * @param number the number of the post in the thread; 1 for a thread
 * @param title the thread's title
 * @param slug the slug of the thread
 * @param category the slug of its category
 * @param author the author of the thread or post
 * @param excerpt the first words as plain text; null if the reader may not see them
 */
record BookmarkView(@Schema(example = "post") String kind, @Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") String id,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String threadId, @Schema(example = "2") int number,
		@Schema(example = "Which tomatoes for a balcony?") String title,
		@Schema(example = "which-tomatoes-for-a-balcony") String slug, @Schema(example = "garden") String category,
		PersonView author, @Schema(example = "Try Stupice.") @Nullable String excerpt, Instant createdAt) {

	static BookmarkView of(Bookmark bookmark, ForumThread thread, String category, PersonView author) {
		return new BookmarkView("thread", thread.id(), thread.id(), 1, thread.title(), thread.slug(), category, author,
				thread.excerpt(), bookmark.at());
	}

	static BookmarkView of(Bookmark bookmark, ForumThread thread, String category, Post post, PersonView author,
			@Nullable String excerpt) {
		return new BookmarkView("post", post.id(), thread.id(), post.number(), thread.title(), thread.slug(), category,
				author, excerpt, bookmark.at());
	}

}
