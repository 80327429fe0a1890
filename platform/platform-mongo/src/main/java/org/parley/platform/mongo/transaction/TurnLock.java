package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Runs changes one after the other. Those that wait fail when the database is silent for
 * the one before them: each would wait as long again. A change that is only slow fails
 * alone.
 */
final class TurnLock {

	private final ReentrantLock lock;

	private final BooleanSupplier silent;

	private final AtomicInteger outages = new AtomicInteger();

	/**
	 * Creates a lock.
	 * @param silent whether the database is silent
	 */
	TurnLock(ReentrantLock lock, BooleanSupplier silent) {
		this.lock = lock;
		this.silent = silent;
	}

	/**
	 * Waits for the turn of a change, and runs it.
	 * @throws CannotAcquireLockException if others take too long
	 * @throws DataAccessResourceFailureException if the database did not answer another
	 * change meanwhile
	 */
	<T> T run(Duration patience, Supplier<T> change) {
		var known = this.outages.get();
		if (!await(patience)) {
			throw new CannotAcquireLockException("Too many changes wait for each other");
		}
		try {
			if (this.outages.get() != known) {
				throw new DataAccessResourceFailureException("The database did not answer the change before");
			}
			return runAlone(change);
		}
		finally {
			this.lock.unlock();
		}
	}

	private <T> T runAlone(Supplier<T> change) {
		try {
			return change.get();
		}
		catch (RuntimeException ex) {
			if (DatabaseFailure.of(ex) == DatabaseFailure.OUTAGE && this.silent.getAsBoolean()) {
				this.outages.incrementAndGet();
			}
			throw ex;
		}
	}

	private boolean await(Duration patience) {
		try {
			return this.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
