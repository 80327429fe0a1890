package org.parley.forum.postpage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.thread.PostNumberGaps;

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
public class CommittedPostWindow {

	/** MongoDB ends a transaction after a minute, and looks every half. */
	public static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(100);

	/** How many young posts are looked at to find a gap among them. */
	private static final int FARTHEST = 1_000;

	private final MongoOperations mongo;

	private final PostNumberGaps postNumberGaps;

	private final FormerPlaces formerPlaces;

	private final InstantSource clock;

	CommittedPostWindow(MongoOperations mongo, PostNumberGaps postNumberGaps, FormerPlaces formerPlaces,
			InstantSource clock) {
		this.mongo = mongo;
		this.postNumberGaps = postNumberGaps;
		this.formerPlaces = formerPlaces;
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
				&& !isKnownToBeEmpty(post.threadId(), expected, post.number() - 1L);
	}

	/**
	 * Whether no post will ever come to any of the numbers, the last included: each was
	 * that of a transaction that was rolled back, or of a post that is elsewhere now.
	 */
	public boolean isKnownToBeEmpty(String threadId, long first, long last) {
		return last < first || this.postNumberGaps.count(threadId, first, last)
				+ this.formerPlaces.count(threadId, first, last) == last - first + 1;
	}

	/** Whether what was begun before the post came here may still be committed. */
	public boolean isYoung(Post post) {
		return post.placedAt().isAfter(this.clock.instant().minus(TRANSACTION_LIMIT));
	}

}
