package org.parley.media.use;

import java.util.Optional;

import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored uses. */
@Component
class RecordedUses {

	private final MongoOperations mongo;

	RecordedUses(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Optional<RecordedUse> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, RecordedUse.class));
	}

	/**
	 * Stores a use instead of the previous one, within the caller's transaction.
	 * @throws OptimisticLockingFailureException if another transaction has stored the
	 * first one meanwhile
	 */
	void save(RecordedUse use) {
		ContendedUpsert.write(() -> this.mongo.save(use));
	}

}
