package org.parley.forum.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.forum.place.Places;
import org.parley.forum.post.Post;
import org.parley.forum.thread.Gaps;

import org.springframework.stereotype.Component;

/**
 * The end of a thread, where numbers commit out of order. A number that is missing may
 * still come while its transaction may still run; who goes on from behind it would miss
 * it. So a page ends before such a gap, unless it is certain that nothing comes.
 */
@Component
public class Tail {

	/** MongoDB ends a transaction after a minute, and looks every half. */
	public static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(100);

	private final Gaps gaps;

	private final Places places;

	private final InstantSource clock;

	Tail(Gaps gaps, Places places, InstantSource clock) {
		this.gaps = gaps;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * The posts of a thread, by number, before the first gap that may still be filled.
	 * @param last the number before the first of them
	 */
	public List<Post> settled(List<Post> posts, long last) {
		var expected = last + 1;
		for (var place = 0; place < posts.size(); place++) {
			var post = posts.get(place);
			if (post.number() != expected && isYoung(post)
					&& !isKnownToBeEmpty(post.threadId(), expected, post.number() - 1L)) {
				return posts.subList(0, place);
			}
			expected = post.number() + 1L;
		}
		return posts;
	}

	/**
	 * Whether no post will ever come to any of the numbers, the last included: each was
	 * that of a transaction that was rolled back, or of a post that is elsewhere now.
	 */
	public boolean isKnownToBeEmpty(String threadId, long first, long last) {
		return last < first || this.gaps.count(threadId, first, last) + this.places.count(threadId, first, last) == last
				- first + 1;
	}

	/** Whether what was begun before the post came here may still be committed. */
	public boolean isYoung(Post post) {
		return post.placedAt().isAfter(this.clock.instant().minus(TRANSACTION_LIMIT));
	}

}
