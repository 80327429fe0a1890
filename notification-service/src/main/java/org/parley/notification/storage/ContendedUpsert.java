package org.parley.notification.storage;

import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A write with a natural key that somebody else may be making at the same time: who comes
 * second begins anew, and then sees what the first has written.
 */
public final class ContendedUpsert {

	private ContendedUpsert() {
	}

	/**
	 * Writes, as part of a transaction that is made anew when another writer came first.
	 */
	public static <T> T write(Supplier<T> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new OptimisticLockingFailureException("Another writer came first", ex);
		}
	}

}
