package org.parley.moderation.check;

import java.time.Duration;

import org.bson.Document;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.rule.PastPosts;
import org.parley.moderation.rule.Submission;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads what else an author had written when the content of a check arrived. */
@Component
public class AuthorHistory {

	private static final String COLLECTION = "checks";

	/** How many of an author's latest posts are compared with a new one. */
	private static final int COMPARED = 500;

	private final MongoOperations mongo;

	private final Cases cases;

	AuthorHistory(MongoOperations mongo, Cases cases) {
		this.mongo = mongo;
		this.cases = cases;
	}

	/** Returns the author's other posts that arrived before the content of a check. */
	public PastPosts before(PostCheck postCheck) {
		return new PastPosts() {

			@Override
			public long count(Duration window, int limit) {
				return AuthorHistory.this.mongo.count(others(postCheck, window).limit(limit), PostCheck.class);
			}

			@Override
			public long countCopies(Duration window, int limit) {
				return AuthorHistory.this.countCopies(postCheck, window, limit);
			}

			@Override
			public long countReported(Duration window, int limit) {
				return AuthorHistory.this.cases.countReported(postCheck.post().author().id(),
						postCheck.since().minus(window), postCheck.since(), limit);
			}

		};
	}

	private long countCopies(PostCheck postCheck, Duration window, int limit) {
		var latest = others(postCheck, window).with(Sort.by(Direction.DESC, "since")).limit(COMPARED);
		latest.fields().include("textHash");
		return this.mongo.find(latest, Document.class, COLLECTION)
			.stream()
			.filter((other) -> Submission.areSimilar(postCheck.textHash(), other.getString("textHash")))
			.limit(limit)
			.count();
	}

	private static Query others(PostCheck postCheck, Duration window) {
		return new Query(Criteria.where("post.author._id")
			.is(postCheck.post().author().id())
			.and("since")
			.gt(postCheck.since().minus(window))
			.lte(postCheck.since())
			.and("_id")
			.ne(postCheck.postId()));
	}

}
