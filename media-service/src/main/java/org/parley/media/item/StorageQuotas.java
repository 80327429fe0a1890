package org.parley.media.item;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.parley.platform.domain.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stored quotas. They change in the transaction of the medium that they count. */
@Component
public class StorageQuotas {

	private static final Logger log = LoggerFactory.getLogger(StorageQuotas.class);

	private static final String USED = "used";

	private static final FindAndModifyOptions CHANGED = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	StorageQuotas(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Creates the quota of a person, outside of transactions, which two concurrent first
	 * uploads would otherwise abort.
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void create(String personId) {
		try {
			this.mongo.upsert(of(personId), new Update().setOnInsert(USED, 0L), StorageQuota.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("Another request has created the quota", ex);
		}
	}

	/**
	 * Adds to the used storage.
	 * @throws RefusalException 409 {@code media.quota}
	 * @throws OptimisticLockingFailureException if the transaction is older than the
	 * quota
	 */
	public void reserve(String personId, long size, long limit) {
		var enough = new Query(Criteria.where("_id").is(personId).and(USED).lte(limit - size));
		if (this.mongo.findAndModify(enough, new Update().inc(USED, size), FindAndModifyOptions.none(),
				StorageQuota.class) != null) {
			return;
		}
		if (!this.mongo.exists(of(personId), StorageQuota.class)) {
			throw new OptimisticLockingFailureException("The quota was created after this transaction began");
		}
		throw RefusalException.conflict("media.quota",
				"Your media would exceed %d MiB. Delete some first.".formatted(limit / (1024 * 1024)));
	}

	/**
	 * Takes the next turn of a person in the order of the work. A turn takes as long as
	 * the longest work, so another person's first medium comes before this person's
	 * second one. It is outside of transactions, so concurrent requests do not conflict;
	 * a turn that is lost by a failure delays that person alone.
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Instant takeTurn(String personId, WorkLane lane, Instant now) {
		var field = "turns." + lane.name();
		var turn = new Document("$add",
				List.of(new Document("$max", List.of("$" + field, Date.from(now))), lane.claimDuration().toMillis()));
		var taken = this.mongo.findAndModify(of(personId),
				AggregationUpdate.from(List.of((_) -> new Document("$set", new Document(field, turn)))), CHANGED,
				StorageQuota.class);
		return (taken != null && taken.turns() != null) ? taken.turns().getOrDefault(lane.name(), now) : now;
	}

	/** Subtracts from the used storage. */
	void release(String personId, long size) {
		if (size > 0) {
			this.mongo.updateFirst(of(personId), new Update().inc(USED, -size), StorageQuota.class);
		}
	}

	private static Query of(String personId) {
		return new Query(Criteria.where("_id").is(personId));
	}

}
