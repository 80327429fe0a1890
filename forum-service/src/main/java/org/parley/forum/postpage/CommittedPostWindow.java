package org.parley.forum.postpage;

import java.time.Duration;
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
 * Cuts pages at the end of a thread, where numbers commit out of order. A missing number
 * may belong to an open transaction, and a cursor behind it would skip that post. So a
 * page ends before such a gap, unless the number is known to stay unused.
 */
@Component
public class CommittedPostWindow {

	/** MongoDB aborts transactions after 60 seconds and checks every 30 seconds. */
	public static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(100);

	/** The maximum number of recent posts that are searched for a gap. */
	private static final int MAX_RECENT_POSTS = 1_000;

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
	 * Returns the posts before the first gap that may still be filled.
	 * @param posts posts of a thread, by number
	 * @param last the number before the first of them
	 */
	public List<Post> settled(List<Post> posts, long last) {
		var expected = last + 1;
		for (var place = 0; place < posts.size(); place++) {
			var post = posts.get(place);
			if (mayHaveOpenGap(expected, post)) {
				return posts.subList(0, place);
			}
			expected = post.number() + 1L;
		}
		return posts;
	}

	/** The same for posts in descending order. */
	List<Post> settledBackwards(List<Post> posts) {
		for (var place = 1; place < posts.size(); place++) {
			if (mayHaveOpenGap(posts.get(place).number() + 1L, posts.get(place - 1))) {
				return posts.subList(0, place);
			}
		}
		return posts;
	}

	/**
	 * Returns the number up to which no gap may still be filled. Searches back from the
	 * end to the first post that is not recent, and returns the start if that is too far.
	 * @param start the number up to which this is known
	 * @param end the number of a post
	 */
	long settledUpTo(String threadId, long start, long end) {
		var latest = this.mongo.find(latest(threadId, start, end), Post.class);
		var recent = latest.stream().takeWhile(this::isRecent).toList();
		if (recent.size() == MAX_RECENT_POSTS) {
			return start;
		}
		var before = (recent.size() < latest.size()) ? latest.get(recent.size()).number() : start;
		var settled = settled(recent.reversed(), before);
		return settled.isEmpty() ? before : settled.getLast().number();
	}

	private static Query latest(String threadId, long start, long end) {
		var posts = Criteria.where("threadId").is(threadId).and("number").gt(start).lte(end);
		var query = new Query(posts).with(Sort.by(Sort.Direction.DESC, "number")).limit(MAX_RECENT_POSTS);
		query.fields().exclude("content", "html");
		return query;
	}

	/**
	 * Whether an open transaction may add a post between an expected number and a post.
	 */
	private boolean mayHaveOpenGap(long expected, Post post) {
		return post.number() != expected && mayBeFilled(post, expected, post.number() - 1L);
	}

	/** Whether an open transaction may fill a range of numbers before a post. */
	boolean mayBeFilled(Post post, long first, long last) {
		return isRecent(post) && !isKnownEmpty(post.threadId(), first, last);
	}

	/**
	 * Whether all numbers of a range, both ends included, will stay without a post. Each
	 * is then the number of a rolled back transaction or of a moved post.
	 */
	public boolean isKnownEmpty(String threadId, long first, long last) {
		return last < first || this.postNumberGaps.count(threadId, first, last)
				+ this.formerPlaces.count(threadId, first, last) == last - first + 1;
	}

	/** Whether a transaction from before the post may still be open. */
	public boolean isRecent(Post post) {
		return post.placedAt().isAfter(this.clock.instant().minus(TRANSACTION_LIMIT));
	}

}
