package org.parley.forum.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Member;
import org.parley.forum.post.ModerationState;
import org.parley.forum.post.Post;
import org.parley.forum.report.PostReport;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.vote.Vote;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The stored counts. Counting is cheap: collection sizes come from metadata, active
 * members and findings from indexes alone.
 */
@Component
class ForumCounts {

	private static final Duration ACTIVE = Duration.ofDays(30);

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	/** To count more takes seconds. */
	private static final long LARGE = 1_000_000;

	private final MongoOperations mongo;

	private final QueueDepth queueDepth;

	ForumCounts(MongoOperations mongo, QueueDepth queueDepth) {
		this.mongo = mongo;
		this.queueDepth = queueDepth;
	}

	/** Counts the current content. */
	ForumCount count(Instant now) {
		return new ForumCount(now, countAll(Member.class), active(now.minus(ACTIVE)), countAll(ForumThread.class),
				countAll(Post.class), countAll(Vote.class), countAll(PostReport.class), verdicts(),
				this.queueDepth.count().orElse(null), mails());
	}

	/** The estimate of MongoDB is wrong after it has crashed. */
	private long countAll(Class<?> type) {
		var estimate = this.mongo.estimatedCount(type);
		return (estimate < LARGE) ? this.mongo.count(new Query().withHint("_id_").maxTime(TIMEOUT), type) : estimate;
	}

	/** Stores a count of mails, unless a later one is stored. */
	void saveMails(long sent, Instant at) {
		VersionedUpsert.saveIfNewer(this.mongo, MailCount.class, MailCount.ID, at.toEpochMilli(),
				Update.update("sent", sent));
	}

	private @Nullable Long mails() {
		var counted = this.mongo.findById(MailCount.ID, MailCount.class);
		return (counted != null) ? counted.sent() : null;
	}

	private long verdicts() {
		return this.mongo.count(
				new Query(Criteria.where("finding").in((Object[]) ModerationState.values())).maxTime(TIMEOUT),
				Post.class);
	}

	void save(ForumCount count) {
		this.mongo.save(count);
	}

	/** Finds the latest counts, newest first. */
	List<ForumCount> latest(int limit) {
		return this.mongo.find(new Query().with(Sort.by(Direction.DESC, "_id")).limit(Limit.of(limit)),
				ForumCount.class);
	}

	private long active(Instant since) {
		var authors = Aggregation
			.newAggregation(Aggregation.match(Criteria.where("createdAt").gte(since)),
					Aggregation.project("authorId").andExclude("_id"), Aggregation.group("authorId"),
					Aggregation.count().as("count"))
			.withOptions(AggregationOptions.builder().maxTime(TIMEOUT).allowDiskUse(true).build());
		var counted = this.mongo.aggregate(authors, Post.class, Active.class).getUniqueMappedResult();
		return (counted != null) ? counted.count() : 0;
	}

	/**
	 * The result of the aggregation.
	 *
	 * @param count the number of members
	 */
	record Active(long count) {
	}

}
