package org.parley.forum.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.forum.post.Post;
import org.parley.forum.thread.Gaps;

import org.springframework.stereotype.Component;

/**
 * The end of a thread, where numbers commit out of order. A number that is missing may
 * still come while its transaction may still run; who goes on from behind it would miss
 * it. So a page ends before such a gap, unless it is certain that nothing comes.
 */
@Component
class Tail {

	/** MongoDB ends a transaction after a minute, and looks every half. */
	private static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(100);

	private final Gaps gaps;

	private final InstantSource clock;

	Tail(Gaps gaps, InstantSource clock) {
		this.gaps = gaps;
		this.clock = clock;
	}

	/**
	 * The posts of a thread, by number, before the first gap that may still be filled.
	 * @param last the number before the first of them
	 */
	List<Post> settled(List<Post> posts, long last) {
		var expected = last + 1;
		for (var place = 0; place < posts.size(); place++) {
			var post = posts.get(place);
			if (post.number() != expected && isYoung(post)
					&& !this.gaps.cover(post.threadId(), expected, post.number() - 1L)) {
				return posts.subList(0, place);
			}
			expected = post.number() + 1L;
		}
		return posts;
	}

	/** Whether what was begun before the post may still be committed. */
	boolean isYoung(Post post) {
		return post.createdAt().isAfter(this.clock.instant().minus(TRANSACTION_LIMIT));
	}

}
