package org.parley.notification.storage;

import java.util.Optional;
import java.util.function.Supplier;

import org.parley.platform.events.projection.VersionedUpsert;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * An insert or update with a natural key that may conflict with a concurrent one; the
 * second transaction is retried.
 */
public final class ContendedUpsert {

	private ContendedUpsert() {
	}

	/** Writes; a duplicate key becomes a failure that retries the transaction. */
	public static <T> T write(Supplier<T> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new OptimisticLockingFailureException("A concurrent transaction has written the same key", ex);
		}
	}

	/**
	 * Stores a record that has a {@code version}, unless the same or a newer version is
	 * stored. Needs one command and no transaction.
	 * @return the record as it was stored before
	 */
	public static <T> Optional<T> replaceOlder(MongoOperations mongo, T newer, Class<T> type) {
		return write(() -> VersionedUpsert.replaceOlder(mongo, newer, type));
	}

}
