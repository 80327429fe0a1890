package org.parley.forum.postlist;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;

/**
 * A post in the list of an author's posts.
 *
 * @param number its place in the thread; number 1 opens it
 * @param title the thread's title
 * @param slug the thread's slug
 * @param category the slug of the thread's category
 * @param excerpt its first words as plain text
 * @param voteScore votes up minus votes down
 */
record AuthoredPostView(@Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") String id,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String threadId, @Schema(example = "2") int number,
		@Schema(example = "Which tomatoes for a balcony?") String title,
		@Schema(example = "which-tomatoes-for-a-balcony") String slug, @Schema(example = "garden") String category,
		PersonView author, @Schema(example = "Try Stupice.") String excerpt, int voteScore, Instant createdAt) {

	static AuthoredPostView of(Post post, ForumThread thread, String category, PersonView author, String excerpt) {
		return new AuthoredPostView(post.id(), thread.id(), post.number(), thread.title(), thread.slug(), category,
				author, excerpt, post.voteScore(), post.createdAt());
	}

}
