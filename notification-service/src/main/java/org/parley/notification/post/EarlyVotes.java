package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Votes that arrived before their posts, stored for half an hour. */
@Component
class EarlyVotes extends MongoDueRecords<EarlyVotes.EarlyVote> {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final UnitOfWork unitOfWork;

	private final ObjectProvider<ClusterLoop> loop;

	EarlyVotes(MongoOperations mongo, InstantSource clock, UnitOfWork unitOfWork,
			@Qualifier("earlyVoteLoop") ObjectProvider<ClusterLoop> loop) {
		super(mongo, EarlyVote.class, "dueAt", clock);
		this.mongo = mongo;
		this.clock = clock;
		this.unitOfWork = unitOfWork;
		this.loop = loop;
	}

	/**
	 * Stores the latest votes on a recent post, in the transaction of their event. The
	 * event about an older post is not expected any more.
	 */
	void add(NotifyVoteMilestone.Vote vote) {
		var now = this.clock.instant();
		if (!isRecent(vote.id(), now)) {
			return;
		}
		ContendedUpsert.write(() -> this.mongo.save(new EarlyVote(vote.id(), vote, now, now.plus(FIRST_PAUSE))));
		this.unitOfWork.afterCommit(() -> this.loop.getObject().signal());
	}

	/** Removes votes, unless newer votes have replaced them. */
	void remove(EarlyVote early) {
		this.mongo.remove(unchanged(early), EarlyVote.class);
	}

	/** Postpones by half of the time waited so far. */
	@Override
	public void postpone(EarlyVote early) {
		var now = this.clock.instant();
		var half = Duration.between(early.since(), now).dividedBy(2);
		var pause = (half.compareTo(FIRST_PAUSE) > 0) ? half : FIRST_PAUSE;
		this.mongo.updateFirst(unchanged(early), Update.update("dueAt", now.plus(pause)), EarlyVote.class);
	}

	/** Ids contain their time of creation. */
	private static boolean isRecent(String id, Instant now) {
		return Ulid.isValid(id) && Ulid.from(id).getInstant().isAfter(now.minus(LONGEST_WAIT));
	}

	private static Query unchanged(EarlyVote early) {
		return new Query(Criteria.where("_id").is(early.id()).and("since").is(early.since()));
	}

	/**
	 * Votes on a post that is not known yet.
	 *
	 * @param id of the post, or of the thread for its first post
	 * @param since time of the event
	 * @param dueAt time of the next attempt
	 */
	@Document("early_votes")
	@CompoundIndex(def = "{'dueAt': 1}")
	record EarlyVote(@Id String id, NotifyVoteMilestone.Vote vote,
			@Indexed(expireAfter = "30m", useGeneratedName = true) Instant since, Instant dueAt) {
	}

}
