package org.parley.forum.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.parley.forum.post.Post;

/**
 * The end of a thread, where numbers commit out of order. A number that is missing may
 * still come while its transaction may still run; who goes on from behind it would miss
 * it. So a page ends before such a gap.
 */
final class Tail {

	/** MongoDB ends a transaction after a minute, and looks every half. */
	static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(100);

	private Tail() {
	}

	/**
	 * The posts, by number, before the first gap that may still be filled.
	 * @param last the number before the first of them
	 */
	static List<Post> settled(List<Post> posts, long last, Instant now) {
		var expected = last + 1;
		for (var place = 0; place < posts.size(); place++) {
			var post = posts.get(place);
			if (post.number() != expected && isYoung(post, now)) {
				return posts.subList(0, place);
			}
			expected = post.number() + 1L;
		}
		return posts;
	}

	/** Whether what was begun before the post may still be committed. */
	static boolean isYoung(Post post, Instant now) {
		return post.createdAt().isAfter(now.minus(TRANSACTION_LIMIT));
	}

}
