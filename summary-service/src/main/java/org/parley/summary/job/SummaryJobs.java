package org.parley.summary.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores jobs. Workers claim them one by one. */
@Component
public class SummaryJobs {

	/**
	 * A job becomes due when its event arrives, which is queued behind the events of the
	 * posts; at the latest after this time.
	 */
	private static final Duration EVENT_ARRIVAL = Duration.ofSeconds(5);

	private static final FindAndModifyOptions RETURN_NEW = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final UnitOfWork unitOfWork;

	private final ObjectProvider<ClusterLoops> summaryLoops;

	SummaryJobs(MongoOperations mongo, InstantSource clock, UnitOfWork unitOfWork,
			ObjectProvider<ClusterLoops> summaryLoops) {
		this.mongo = mongo;
		this.clock = clock;
		this.unitOfWork = unitOfWork;
		this.summaryLoops = summaryLoops;
	}

	/** Finds the last job of a thread. */
	public Optional<SummaryJob> find(String threadId) {
		return Optional.ofNullable(this.mongo.findById(threadId, SummaryJob.class));
	}

	/**
	 * Creates a job in place of the last, finished one, within the caller's transaction.
	 * @throws OptimisticLockingFailureException when another request created one first
	 */
	public SummaryJob create(String threadId, Set<String> askers, int through) {
		var origin = Optional.ofNullable(RequestOrigin.current()).orElseGet(RequestOrigin::begin);
		var now = this.clock.instant();
		var summaryJob = new SummaryJob(threadId, Ids.next(), SummaryJobState.REQUESTED, askers, through, now,
				now.plus(EVENT_ARRIVAL), 0, origin.correlationId(), origin.trace().toString());
		var stored = ContendedUpsert.write(() -> this.mongo.save(summaryJob));
		this.unitOfWork.afterCommit(this::signal);
		return stored;
	}

	/** Adds an asker to an open job, up to the limit, within the caller's transaction. */
	public void addAsker(SummaryJob summaryJob, String asker) {
		var notFull = open(summaryJob.threadId()).and("askers." + (SummaryJob.MAX_ASKERS - 1)).exists(false);
		this.mongo.updateFirst(new Query(notFull), new Update().addToSet("askers", asker), SummaryJob.class);
	}

	/** Makes a job due and wakes the workers, because its event has arrived. */
	void makeDue(String threadId, String summaryId) {
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
		this.unitOfWork.afterCommit(this::signal);
	}

	private void signal() {
		this.summaryLoops.forEach(ClusterLoops::signal);
	}

	/** Claims the job that has been due for the longest time. */
	Optional<SummaryJob> claim(Duration duration) {
		var claim = new Update().set("state", SummaryJobState.WORKING)
			.set("dueAt", this.clock.instant().plus(duration))
			.inc("attempts", 1);
		return Optional.ofNullable(
				this.mongo.findAndModify(new Query(due()).with(Sort.by("dueAt")), claim, RETURN_NEW, SummaryJob.class));
	}

	/** Releases a job, if its claim is still held. */
	void release(SummaryJob summaryJob, Duration delay) {
		var released = new Update().set("state", SummaryJobState.REQUESTED)
			.set("dueAt", this.clock.instant().plus(delay));
		this.mongo.updateFirst(new Query(claimed(summaryJob)), released, SummaryJob.class);
	}

	/**
	 * Finishes a job, if its claim is still held, within the caller's transaction.
	 * @return the finished job with all askers; empty if the claim was lost
	 */
	Optional<SummaryJob> finish(SummaryJob summaryJob, SummaryJobState state) {
		var finished = new Update().set("state", state).unset("dueAt");
		return Optional.ofNullable(
				this.mongo.findAndModify(new Query(claimed(summaryJob)), finished, RETURN_NEW, SummaryJob.class));
	}

	long countOpen() {
		return this.mongo.count(new Query(Criteria.where("dueAt").gt(Instant.EPOCH)), SummaryJob.class);
	}

	/** Finds the open job that has been due for the longest time. */
	Optional<SummaryJob> findOldest() {
		var query = new Query(Criteria.where("dueAt").gt(Instant.EPOCH)).with(Sort.by("dueAt")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, SummaryJob.class));
	}

	private Criteria due() {
		return Criteria.where("dueAt").gt(Instant.EPOCH).lte(this.clock.instant());
	}

	private static Criteria open(String threadId) {
		return Criteria.where("_id").is(threadId).and("state").in(SummaryJobState.REQUESTED, SummaryJobState.WORKING);
	}

	private static Criteria claimed(SummaryJob summaryJob) {
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
