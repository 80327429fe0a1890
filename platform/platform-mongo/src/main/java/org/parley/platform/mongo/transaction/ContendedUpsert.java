package org.parley.platform.mongo.transaction;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * An insert or update with a natural key that may conflict with a concurrent one; the
 * second transaction is retried.
 */
public final class ContendedUpsert {

	private ContendedUpsert() {
	}

	/** Writes; a duplicate key becomes a failure that retries the transaction. */
	public static <T extends @Nullable Object> T write(Supplier<T> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new OptimisticLockingFailureException("A concurrent transaction has written the same key", ex);
		}
	}

}
