package org.parley.forum.relocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored works: kept when they are done, for those who ask what was done. */
@Component
class ThreadRelocations implements InitializingBean {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	ThreadRelocations(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(ThreadRelocation.class);
		indexes.createIndex(new Index(DUE, Direction.ASC).sparse());
		indexes.createIndex(new Index("sourceId", Direction.ASC).on("_id", Direction.DESC));
	}

	/** Writes how far a work is, unless somebody else did meanwhile. */
	ThreadRelocation save(ThreadRelocation work) {
		return this.mongo.save(work);
	}

	Optional<ThreadRelocation> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ThreadRelocation.class));
	}

	/** The last work that took posts from a thread. */
	Optional<ThreadRelocation> lastOf(String sourceId) {
		var query = new Query(Criteria.where("sourceId").is(sourceId)).with(Sort.by(Direction.DESC, "_id")).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, ThreadRelocation.class));
	}

	/** Whether there is something to do. */
	boolean areDue() {
		return this.mongo.exists(waiting(), ThreadRelocation.class);
	}

	/** The work that has waited for the longest time. */
	Optional<ThreadRelocation> due() {
		return Optional.ofNullable(this.mongo.findOne(waiting().with(Sort.by(DUE)).limit(1), ThreadRelocation.class));
	}

	/** Lets others go first: this one cannot be done now. */
	void putBack(ThreadRelocation work) {
		var unfinished = Criteria.where("_id").is(work.id()).and(DUE).gt(Instant.EPOCH);
		this.mongo.updateFirst(new Query(unfinished), Update.update(DUE, this.clock.instant().plus(PAUSE)),
				ThreadRelocation.class);
	}

	private Query waiting() {
		return new Query(Criteria.where(DUE).gt(Instant.EPOCH).lte(this.clock.instant()));
	}

}
