package org.parley.moderation.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.moderation.replay.Replay.ReplayStatus;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores replays. At most one runs; workers claim it batch by batch. */
@Component
class Replays {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final String STATUS = "status";

	private final MongoOperations mongo;

	private final InstantSource clock;

	Replays(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Stores a new replay.
	 * @throws RefusalException 409 {@code replay.running} while another one runs
	 */
	void insert(Replay replay) {
		try {
			this.mongo.insert(replay);
		}
		catch (DuplicateKeyException ex) {
			var refusal = RefusalException.conflict("replay.running",
					"Another replay is running. Wait for it, or cancel it.");
			refusal.addSuppressed(ex);
			throw refusal;
		}
	}

	/**
	 * Returns a replay.
	 * @throws RefusalException 404 {@code replay.not-found}
	 */
	Replay get(String id) {
		var found = this.mongo.findById(id, Replay.class);
		if (found == null) {
			throw RefusalException.notFound("replay.not-found", "The replay does not exist.");
		}
		return found;
	}

	/** Finds a page of replays, newest first. */
	Paged<Replay> findPage(PageQuery query) {
		return new NewestFirst(query).find(this.mongo, new Query(), Replay.class, Replay::id);
	}

	Optional<Instant> findNextDue() {
		var query = new Query(Criteria.where(STATUS).is(ReplayStatus.RUNNING));
		return Optional.ofNullable(this.mongo.findOne(query, Replay.class)).map(Replay::due);
	}

	/** Claims the running replay, if no other worker has it. */
	Optional<Replay> claim() {
		var now = this.clock.instant();
		var due = Criteria.where(STATUS).is(ReplayStatus.RUNNING).and("due").lte(now);
		return Optional.ofNullable(this.mongo.findAndModify(new Query(due),
				new Update().set("claim", Ids.next()).set("due", now.plus(LEASE)).inc("attempts", 1),
				FindAndModifyOptions.options().returnNew(true), Replay.class));
	}

	/** Stores the progress of a claimed replay, unless it was cancelled or taken over. */
	void update(Replay replay, String claim) {
		var claimed = Criteria.where("_id").is(replay.id()).and("claim").is(claim).and(STATUS).is(ReplayStatus.RUNNING);
		this.mongo.replace(new Query(claimed), replay);
	}

	/** Ends a running replay; a finished one stays as it is. */
	void cancel(String id) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id).and(STATUS).is(ReplayStatus.RUNNING)),
				new Update().set(STATUS, ReplayStatus.CANCELLED)
					.set("endedAt", this.clock.instant())
					.unset("due")
					.unset("claim"),
				Replay.class);
	}

}
