package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Votes on posts that nothing was heard of yet. They are kept for half an hour. */
@Component
class EarlyVotes implements InitializingBean {

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofMinutes(30);

	private final MongoOperations mongo;

	private final InstantSource clock;

	EarlyVotes(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(EarlyVote.class).createIndex(new Index("dueAt", Sort.Direction.ASC));
		this.mongo.indexOps(EarlyVote.class).createIndex(new Index("since", Sort.Direction.ASC).expire(LONGEST));
	}

	/**
	 * Keeps the latest of a new post; what is unknown and older is not on its way. Part
	 * of the transaction of its event.
	 */
	void keep(NotifyVoteMilestone.Vote vote) {
		var now = this.clock.instant();
		if (!isNew(vote.id(), now)) {
			return;
		}
		ContendedUpsert.write(() -> this.mongo.save(new EarlyVote(vote.id(), vote, now, now.plus(FIRST))));
	}

	boolean areDue() {
		return this.mongo.exists(due(), EarlyVote.class);
	}

	List<EarlyVote> due(int limit) {
		return this.mongo.find(due().with(Sort.by("dueAt")).limit(Limit.of(limit)), EarlyVote.class);
	}

	/** Forgets votes, unless there are more by now. */
	void remove(EarlyVote early) {
		this.mongo.remove(asItWas(early), EarlyVote.class);
	}

	/** Waits half as long again as it has waited. */
	void postpone(EarlyVote early) {
		var now = this.clock.instant();
		var half = Duration.between(early.since(), now).dividedBy(2);
		var pause = (half.compareTo(FIRST) > 0) ? half : FIRST;
		this.mongo.updateFirst(asItWas(early), Update.update("dueAt", now.plus(pause)), EarlyVote.class);
	}

	/** Ids tell when they were made. */
	private static boolean isNew(String id, Instant now) {
		return Ulid.isValid(id) && Ulid.from(id).getInstant().isAfter(now.minus(LONGEST));
	}

	private Query due() {
		return new Query(Criteria.where("dueAt").lte(this.clock.instant()));
	}

	private static Query asItWas(EarlyVote early) {
		return new Query(Criteria.where("_id").is(early.id()).and("since").is(early.since()));
	}

	/**
	 * Votes that are early.
	 *
	 * @param id of the post, or of the thread for the post that opens it
	 * @param vote what was heard
	 * @param since when it was heard
	 * @param dueAt when to look again
	 */
	@Document("early_votes")
	record EarlyVote(@Id String id, NotifyVoteMilestone.Vote vote, Instant since, Instant dueAt) {
	}

}
