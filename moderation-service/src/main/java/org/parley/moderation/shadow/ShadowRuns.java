package org.parley.moderation.shadow;

import java.time.Instant;
import java.util.Optional;

import org.parley.moderation.comparison.Comparison;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores shadow runs. At most one runs. */
@Component
class ShadowRuns {

	private static final String RUNNING = "running";

	private final MongoOperations mongo;

	ShadowRuns(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(ShadowRun run) {
		this.mongo.insert(run);
	}

	Optional<ShadowRun> findRunning() {
		return Optional.ofNullable(this.mongo.findOne(new Query(Criteria.where(RUNNING).is(true)), ShadowRun.class));
	}

	/**
	 * Returns a run.
	 * @throws RefusalException 404 {@code shadow.not-found}
	 */
	ShadowRun get(String id) {
		var found = this.mongo.findById(id, ShadowRun.class);
		if (found == null) {
			throw RefusalException.notFound("shadow.not-found", "The shadow run does not exist.");
		}
		return found;
	}

	void endRunning(Instant now) {
		this.mongo.updateFirst(new Query(Criteria.where(RUNNING).is(true)),
				new Update().set(RUNNING, false).set("endedAt", now), ShadowRun.class);
	}

	/** Ends a run; false if it has ended. */
	boolean end(String id, Instant now) {
		var running = new Query(Criteria.where("_id").is(id).and(RUNNING).is(true));
		var ended = new Update().set(RUNNING, false).set("endedAt", now);
		return this.mongo.updateFirst(running, ended, ShadowRun.class).getModifiedCount() == 1;
	}

	/** Counts a comparison; empty if the run has ended. */
	Optional<ShadowRun> count(String id, Comparison comparison) {
		var update = new Update().inc("checked", 1);
		comparison.change().ifPresent((change) -> update.inc("changes." + change, 1));
		if (comparison.unrated()) {
			update.inc("unrated", 1);
		}
		return Optional
			.ofNullable(this.mongo.findAndModify(new Query(Criteria.where("_id").is(id).and(RUNNING).is(true)), update,
					FindAndModifyOptions.options().returnNew(true), ShadowRun.class));
	}

	/** Finds a page of the runs, newest first. */
	Paged<ShadowRun> findPage(PageQuery query) {
		return new NewestFirst(query).find(this.mongo, new Query(), ShadowRun.class, ShadowRun::id);
	}

}
