package org.parley.platform.messaging.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The snapshot runs of this service. */
class SnapshotRuns implements InitializingBean {

	private static final Duration KEPT = Duration.ofDays(90);

	private final MongoOperations mongo;

	SnapshotRuns(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(SnapshotRun.class);
		indexes.createIndex(new Index("queue", Direction.ASC).unique()
			.partial(PartialIndexFilter.of(Criteria.where("running").is(true))));
		indexes.createIndex(new Index("running", Direction.ASC).on("_id", Direction.ASC));
		indexes.createIndex(new Index("finishedAt", Direction.ASC).expire(KEPT));
	}

	/**
	 * Stores a new run.
	 * @throws org.springframework.dao.DuplicateKeyException while another one to the same
	 * queue is running
	 */
	void insert(SnapshotRun run) {
		this.mongo.insert(run);
	}

	Optional<SnapshotRun> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SnapshotRun.class));
	}

	Optional<SnapshotRun> findRunning(String queue) {
		return Optional.ofNullable(this.mongo
			.findOne(new Query(Criteria.where("queue").is(queue).and("running").is(true)), SnapshotRun.class));
	}

	/** Finds the latest runs, newest first. */
	List<SnapshotRun> latest(int limit) {
		return this.mongo.find(new Query().with(Sort.by(Direction.DESC, "_id")).limit(Limit.of(limit)),
				SnapshotRun.class);
	}

	boolean isAnyRunning() {
		return this.mongo.exists(running(), SnapshotRun.class);
	}

	List<SnapshotRun> underWay() {
		return this.mongo.find(running().with(Sort.by("_id")), SnapshotRun.class);
	}

	/** Stores the progress of a run, unless another instance changed it meanwhile. */
	void advance(SnapshotRun before, SnapshotRun after) {
		var asItWas = Criteria.where("_id")
			.is(before.id())
			.and("sent")
			.is(before.sent())
			.and("types")
			.is(before.types());
		this.mongo.findAndReplace(new Query(asItWas), after);
	}

	private static Query running() {
		return new Query(Criteria.where("running").is(true));
	}

}
