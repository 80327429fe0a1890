package org.parley.forum.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.forum.post.Post;
import org.parley.forum.thread.Gaps;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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

	/** How many young posts are looked at to find a gap among them. */
	private static final int FARTHEST = 1_000;

	private final MongoOperations mongo;

	private final Gaps gaps;

	private final InstantSource clock;

	Tail(MongoOperations mongo, Gaps gaps, InstantSource clock) {
		this.mongo = mongo;
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
			if (mayStillCome(expected, post)) {
				return posts.subList(0, place);
			}
			expected = post.number() + 1L;
		}
		return posts;
	}

	/**
	 * The posts of a thread, the last first, behind the first such gap on the way back.
	 */
	List<Post> settledBack(List<Post> posts) {
		for (var place = 1; place < posts.size(); place++) {
			if (mayStillCome(posts.get(place).number() + 1L, posts.get(place - 1))) {
				return posts.subList(0, place);
			}
		}
		return posts;
	}

	/**
	 * Up to where no number may still come. Looks back from the end to the first post
	 * that is old; when that is too far, nothing is certain.
	 * @param start up to where it is known
	 * @param end the number of a post
	 */
	long settledUpTo(String threadId, long start, long end) {
		var latest = this.mongo.find(latest(threadId, start, end), Post.class);
		var young = latest.stream().takeWhile(this::isYoung).toList();
		if (young.size() == FARTHEST) {
			return start;
		}
		var before = (young.size() < latest.size()) ? latest.get(young.size()).number() : start;
		var settled = settled(young.reversed(), before);
		return settled.isEmpty() ? before : settled.getLast().number();
	}

	private static Query latest(String threadId, long start, long end) {
		var posts = Criteria.where("threadId").is(threadId).and("number").gt(start).lte(end);
		var query = new Query(posts).with(Sort.by(Sort.Direction.DESC, "number")).limit(FARTHEST);
		query.fields().exclude("content", "html");
		return query;
	}

	/** Whether a post may still come between the one that was expected and this one. */
	private boolean mayStillCome(long expected, Post post) {
		return post.number() != expected && isYoung(post)
				&& !this.gaps.cover(post.threadId(), expected, post.number() - 1L);
	}

	/** Whether what was begun before the post may still be committed. */
	boolean isYoung(Post post) {
		return post.createdAt().isAfter(this.clock.instant().minus(TRANSACTION_LIMIT));
	}

}
