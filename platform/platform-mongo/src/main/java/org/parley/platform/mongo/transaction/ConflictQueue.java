package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Repeats transactions after write conflicts. Those of one use case wait for each other,
 * first come first served: if all of them tried again at once, all but one would fail
 * again, and a crowd would outlast every number of attempts.
 */
class ConflictQueue {

	/** With {@link #ATTEMPTS}, less than the gateway waits for a service. */
	private static final Duration TURN = Duration.ofSeconds(6);

	/** Others come rarely: new transactions once each, and other processes. */
	private static final Duration ATTEMPTS = Duration.ofSeconds(3);

	private final ClassValue<TurnLock> turns;

	private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
		.timeout(ATTEMPTS)
		.maxRetries(50)
		.delay(Duration.ofMillis(4))
		.jitter(Duration.ofMillis(4))
		.multiplier(1.6)
		.maxDelay(Duration.ofMillis(200))
		.predicate((failure) -> DatabaseFailure.of(failure) == DatabaseFailure.CONFLICT)
		.build());

	/**
	 * Creates a queue.
	 * @param silent whether the database is silent
	 */
	ConflictQueue(BooleanSupplier silent) {
		this.turns = new ClassValue<>() {

			@Override
			protected TurnLock computeValue(Class<?> useCase) {
				return new TurnLock(new ReentrantLock(true), silent);
			}

		};
	}

	/**
	 * Runs a transaction until it meets no conflict.
	 * @param useCase the class of its code
	 * @throws OptimisticLockingFailureException if it met conflicts only
	 */
	<T> T repeat(Class<?> useCase, Supplier<T> transaction) {
		return this.turns.get(useCase).run(TURN, () -> repeat(transaction));
	}

	private <T> T repeat(Supplier<T> transaction) {
		try {
			return this.again.invoke(transaction);
		}
		catch (RuntimeException ex) {
			throw (DatabaseFailure.of(ex) == DatabaseFailure.CONFLICT)
					? new OptimisticLockingFailureException("All attempts met a write conflict", ex) : ex;
		}
	}

}
