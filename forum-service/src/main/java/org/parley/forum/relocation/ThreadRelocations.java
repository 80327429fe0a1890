package org.parley.forum.relocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.bson.Document;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored relocations, including completed ones. */
@Component
public class ThreadRelocations {

	private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	ThreadRelocations(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Saves a relocation.
	 * @throws org.springframework.dao.OptimisticLockingFailureException if another writer
	 * has changed it
	 */
	public ThreadRelocation save(ThreadRelocation relocation) {
		return this.mongo.save(relocation);
	}

	public Optional<ThreadRelocation> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ThreadRelocation.class));
	}

	/** Finds the last relocation that moved posts out of a thread. */
	Optional<ThreadRelocation> lastFrom(String sourceId) {
		var query = new Query(Criteria.where("sourceId").is(sourceId)).with(Sort.by(Direction.DESC, "_id")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, ThreadRelocation.class));
	}

	/** Finds when the next relocation is due; empty if all are completed. */
	public Optional<Instant> findNextDue() {
		var next = new Query(Criteria.where(DUE).gt(Instant.EPOCH)).with(Sort.by(DUE)).limit(1);
		next.fields().include(DUE);
		return Optional.ofNullable(this.mongo.findOne(next, Document.class, "thread_relocations"))
			.map((found) -> found.getDate(DUE).toInstant());
	}

	/** Finds the relocation that has been due for the longest time. */
	public Optional<ThreadRelocation> findDue() {
		return Optional.ofNullable(this.mongo.findOne(due().with(Sort.by(DUE)).limit(1), ThreadRelocation.class));
	}

	/** Delays a relocation that has failed, so that others are not blocked. */
	public void postpone(ThreadRelocation relocation) {
		var unfinished = Criteria.where("_id").is(relocation.id()).and(DUE).gt(Instant.EPOCH);
		this.mongo.updateFirst(new Query(unfinished), Update.update(DUE, this.clock.instant().plus(RETRY_DELAY)),
				ThreadRelocation.class);
	}

	private Query due() {
		return new Query(Criteria.where(DUE).gt(Instant.EPOCH).lte(this.clock.instant()));
	}

}
