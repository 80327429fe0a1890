package org.parley.social.feed.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The rounds in progress. */
@Component
public class FeedRounds {

	/** Longer than a page takes. */
	private static final Duration CLAIMED = Duration.ofSeconds(30);

	private final MongoOperations mongo;

	private final InstantSource clock;

	FeedRounds(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Starts a round; a removal replaces the writing of the same post. */
	public void start(String postId, String authorId, boolean removal) {
		this.mongo.save(new FeedRound(postId, authorId, removal, null, this.clock.instant(), 0));
	}

	public Optional<Instant> findNextDue() {
		var next = new Query().with(Sort.by("dueAt")).limit(1);
		return this.mongo.find(next, FeedRound.class).stream().findFirst().map(FeedRound::dueAt);
	}

	/** Claims the round that has waited longest. No other worker claims it meanwhile. */
	public Optional<FeedRound> claim() {
		var now = this.clock.instant();
		var due = new Query(Criteria.where("dueAt").lte(now)).with(Sort.by("dueAt"));
		return Optional.ofNullable(this.mongo.findAndModify(due, Update.update("dueAt", now.plus(CLAIMED)),
				FindAndModifyOptions.options().returnNew(true), FeedRound.class));
	}

	/** Saves the progress of a claimed round, unless it was replaced. */
	public void continueAfter(FeedRound round, @Nullable String follower) {
		this.mongo.updateFirst(unchanged(round),
				Update.update("after", follower).set("tries", 0).set("dueAt", this.clock.instant()), FeedRound.class);
	}

	/** Ends a claimed round, unless it was replaced. */
	public void end(FeedRound round) {
		this.mongo.remove(unchanged(round), FeedRound.class);
	}

	/** Postpones a round whose page has failed. */
	public void postpone(FeedRound round) {
		var pause = Duration.ofSeconds(1L << Math.min(round.tries(), 6));
		this.mongo.updateFirst(unchanged(round),
				new Update().inc("tries", 1).set("dueAt", this.clock.instant().plus(pause)), FeedRound.class);
	}

	private static Query unchanged(FeedRound round) {
		return new Query(Criteria.where("_id")
			.is(round.id())
			.and("removal")
			.is(round.removal())
			.and("after")
			.is(round.after())
			.and("dueAt")
			.is(round.dueAt()));
	}

}
