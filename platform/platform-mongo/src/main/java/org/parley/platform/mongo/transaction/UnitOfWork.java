package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.mongo.database.DatabaseSilence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a change in a transaction and repeats it after a write conflict, once after a lost
 * connection, and if it took too long although the database is not silent. Within an open
 * transaction it joins and leaves the retry to the outer one.
 */
public class UnitOfWork {

	private static final Logger log = LoggerFactory.getLogger(UnitOfWork.class);

	/** Together they take less than the gateway waits for a service. */
	private static final int MOST_ATTEMPTS = 3;

	private final TransactionTemplate inside;

	private final TransactionTemplate outside;

	private final BooleanSupplier silent;

	private final ConflictQueue conflicts;

	/**
	 * Creates a unit of work.
	 * @param silent whether the database is silent
	 */
	UnitOfWork(PlatformTransactionManager transactions, BooleanSupplier silent) {
		this.inside = new TransactionTemplate(transactions);
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		this.silent = silent;
		this.conflicts = new ConflictQueue(silent);
	}

	/** Runs a change in a transaction, with its events and counters. */
	public void run(Runnable change) {
		run(change.getClass(), () -> {
			change.run();
			return true;
		});
	}

	/** Runs a change in a transaction, with its events and counters. */
	public <T> T run(Supplier<T> change) {
		return run(change.getClass(), change);
	}

	private <T> T run(Class<?> useCase, Supplier<T> change) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return change.get();
		}
		try {
			return attemptPatiently(change);
		}
		catch (RuntimeException ex) {
			return switch (DatabaseFailure.of(ex)) {
				case CONFLICT -> this.conflicts.repeat(useCase, () -> attemptPatiently(change));
				case DISCONNECT -> attemptPatiently(change);
				case OUTAGE, OTHER -> throw ex;
			};
		}
	}

	private <T> T attemptPatiently(Supplier<T> change) {
		for (var attempts = 1;; attempts++) {
			var wasSilent = DatabaseSilence.isNoted();
			try {
				return attempt(change);
			}
			catch (RuntimeException ex) {
				if (DatabaseFailure.of(ex) != DatabaseFailure.OUTAGE || wasSilent || this.silent.getAsBoolean()) {
					throw ex;
				}
				DatabaseSilence.end();
				if (attempts == MOST_ATTEMPTS || ex instanceof TransactionSystemException) {
					throw ex;
				}
			}
		}
	}

	private <T> T attempt(Supplier<T> change) {
		return this.inside.<T>execute((_) -> runWithLastSteps(change));
	}

	/**
	 * Runs repeatable changes without a transaction, and then their {@link #atEnd last
	 * steps}.
	 */
	public <T> T runWithLastSteps(Supplier<T> change) {
		var outer = TransactionSynchronizationManager.unbindResourceIfPossible(this);
		var lastSteps = new LastSteps(TransactionSynchronizationManager.isActualTransactionActive());
		TransactionSynchronizationManager.bindResource(this, lastSteps);
		try {
			var result = change.get();
			lastSteps.run();
			return result;
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this);
			if (outer != null) {
				TransactionSynchronizationManager.bindResource(this, outer);
			}
		}
	}

	/**
	 * Adds an item to those that a step handles together at the end of the unit of work,
	 * in its transaction if it has one; as soon as there are twenty, it handles them
	 * before the end, so that callers who limit the time of a transaction notice it.
	 * Outside of a unit of work the step handles the item at once.
	 * @param step the same instance for all items that belong together
	 */
	public <T> void atEnd(T item, Consumer<List<T>> step) {
		if (TransactionSynchronizationManager.getResource(this) instanceof LastSteps lastSteps
				&& lastSteps.transactional == TransactionSynchronizationManager.isActualTransactionActive()) {
			lastSteps.add(item, step);
		}
		else {
			step.accept(List.of(item));
		}
	}

	/** Runs an effect after the steps of all items that were added before it. */
	public void atEnd(Runnable effect) {
		atEnd(effect, new Effects());
	}

	/**
	 * Runs a step on contended documents outside of any transaction, so that no writer
	 * waits for a commit.
	 */
	public <T> T outside(Supplier<T> step) {
		return this.outside.<T>execute((_) -> step.get());
	}

	/**
	 * Registers an effect that runs after the commit, and never without one. Its failure
	 * is logged and does not affect the caller.
	 */
	public void afterCommit(Runnable effect) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			runQuietly(effect);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				runQuietly(effect);
			}

		});
	}

	/**
	 * Registers an effect that runs after a rollback, but not after a commit with an
	 * unknown result. It does not keep a caller to whom the database has not answered.
	 * Requires a transaction.
	 */
	public void afterRollback(Runnable effect) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK && DatabaseSilence.isNoted()) {
					Thread.startVirtualThread(() -> runQuietly(effect));
				}
				else if (status == STATUS_ROLLED_BACK) {
					runQuietly(effect);
				}
			}

		});
	}

	private static void runQuietly(Runnable effect) {
		try {
			effect.run();
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("An effect failed after the end of its transaction");
		}
	}

	/** A step of its own for each effect, so that it keeps its place. */
	private static final class Effects implements Consumer<List<Runnable>> {

		@Override
		public void accept(List<Runnable> effects) {
			effects.forEach(Runnable::run);
		}

	}

	/** What happens at the end of a unit of work, in the order of the first items. */
	private static final class LastSteps {

		static final int MOST = 20;

		private final boolean transactional;

		private final Map<Consumer<List<Object>>, List<Object>> items = new LinkedHashMap<>();

		LastSteps(boolean transactional) {
			this.transactional = transactional;
		}

		@SuppressWarnings("unchecked")
		<T> void add(T item, Consumer<List<T>> step) {
			var untyped = (Consumer<List<Object>>) (Consumer<?>) step;
			var added = this.items.computeIfAbsent(untyped, (_) -> new ArrayList<>());
			added.add(item);
			if (added.size() == MOST) {
				this.items.remove(untyped);
				untyped.accept(added);
			}
		}

		/** A step may add items for another one. */
		void run() {
			while (!this.items.isEmpty()) {
				var step = this.items.keySet().iterator().next();
				step.accept(Objects.requireNonNull(this.items.remove(step)));
			}
		}

	}

}
