package org.parley.summary.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.platform.web.RequestOrigin;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored jobs. */
@Component
public class SummaryJobs {

	/**
	 * A job waits for its event, which comes behind those of the posts; without a broker
	 * no longer than this.
	 */
	private static final Duration EVENT_COMES = Duration.ofSeconds(5);

	private static final FindAndModifyOptions CHANGED = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	private final InstantSource clock;

	SummaryJobs(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** The last job of a thread. */
	public Optional<SummaryJob> find(String threadId) {
		return Optional.ofNullable(this.mongo.findById(threadId, SummaryJob.class));
	}

	/**
	 * A new job in place of the last, which is done. Part of a transaction.
	 * @throws OptimisticLockingFailureException when somebody else asked at the same time
	 */
	public SummaryJob request(String threadId, Set<String> askers, int through) {
		var origin = Optional.ofNullable(RequestOrigin.current()).orElseGet(RequestOrigin::begin);
		var now = this.clock.instant();
		var summaryJob = new SummaryJob(threadId, Ids.next(), SummaryJobState.REQUESTED, askers, through, now,
				now.plus(EVENT_COMES), 0, origin.correlationId(), origin.trace().toString());
		try {
			return this.mongo.save(summaryJob);
		}
		catch (DuplicateKeyException ex) {
			throw new OptimisticLockingFailureException("Somebody else asked at the same time", ex);
		}
	}

	/** One more waits for a job. Part of a transaction. */
	public void join(SummaryJob summaryJob, String asker) {
		var roomy = open(summaryJob.threadId()).and("askers." + (SummaryJob.MOST_ASKERS - 1)).exists(false);
		this.mongo.updateFirst(new Query(roomy), new Update().addToSet("askers", asker), SummaryJob.class);
	}

	/** The event of a request has come. */
	void heard(String threadId, String summaryId) {
		var now = this.clock.instant();
		var waiting = Criteria.where("_id")
			.is(threadId)
			.and("summaryId")
			.is(summaryId)
			.and("state")
			.is(SummaryJobState.REQUESTED)
			.and("dueAt")
			.gt(now);
		this.mongo.updateFirst(new Query(waiting), Update.update("dueAt", now), SummaryJob.class);
	}

	/** Whether a worker has something to do. */
	boolean areDue() {
		return this.mongo.exists(new Query(due()), SummaryJob.class);
	}

	/** Takes the job that is due for the longest time, until the lease ends. */
	Optional<SummaryJob> take(Duration lease) {
		var taken = new Update().set("state", SummaryJobState.WORKING)
			.set("dueAt", this.clock.instant().plus(lease))
			.inc("attempts", 1);
		return Optional.ofNullable(
				this.mongo.findAndModify(new Query(due()).with(Sort.by("dueAt")), taken, CHANGED, SummaryJob.class));
	}

	/** Gives a job back for a while, if it is still held. */
	void putBack(SummaryJob summaryJob, Duration pause) {
		var back = new Update().set("state", SummaryJobState.REQUESTED).set("dueAt", this.clock.instant().plus(pause));
		this.mongo.updateFirst(new Query(held(summaryJob)), back, SummaryJob.class);
	}

	/**
	 * Ends a job, if it is still held. Part of a transaction.
	 * @return the job as it is now, with all askers
	 */
	Optional<SummaryJob> finish(SummaryJob summaryJob, SummaryJobState state) {
		var finished = new Update().set("state", state).unset("dueAt");
		return Optional
			.ofNullable(this.mongo.findAndModify(new Query(held(summaryJob)), finished, CHANGED, SummaryJob.class));
	}

	/** How many jobs are not done. */
	long waiting() {
		return this.mongo.count(new Query(Criteria.where("dueAt").gt(Instant.EPOCH)), SummaryJob.class);
	}

	/** The job that waits for the longest time. */
	Optional<SummaryJob> oldest() {
		var query = new Query(Criteria.where("dueAt").gt(Instant.EPOCH)).with(Sort.by("dueAt")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, SummaryJob.class));
	}

	private Criteria due() {
		return Criteria.where("dueAt").gt(Instant.EPOCH).lte(this.clock.instant());
	}

	private static Criteria open(String threadId) {
		return Criteria.where("_id").is(threadId).and("state").in(SummaryJobState.REQUESTED, SummaryJobState.WORKING);
	}

	private static Criteria held(SummaryJob summaryJob) {
		return Criteria.where("_id")
			.is(summaryJob.threadId())
			.and("summaryId")
			.is(summaryJob.summaryId())
			.and("state")
			.is(SummaryJobState.WORKING)
			.and("attempts")
			.is(summaryJob.attempts());
	}

}
