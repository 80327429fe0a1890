package org.parley.platform.web.transaction;

import java.time.Duration;
import java.util.function.Supplier;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a change in one transaction, and makes it anew from the start when another writer
 * came in between. Part of a transaction that is open already, it leaves both to that.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/core/transactions-in-applications/">MongoDB:
 * TransientTransactionError</a>
 */
public class UnitOfWork {

	private static final Logger log = LoggerFactory.getLogger(UnitOfWork.class);

	private final TransactionTemplate inside;

	private final TransactionTemplate outside;

	private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
		.timeout(Duration.ofSeconds(5))
		.maxRetries(50)
		.delay(Duration.ofMillis(4))
		.jitter(Duration.ofMillis(4))
		.multiplier(1.6)
		.maxDelay(Duration.ofMillis(200))
		.predicate(UnitOfWork::isCrossed)
		.build());

	UnitOfWork(PlatformTransactionManager transactions) {
		this.inside = new TransactionTemplate(transactions);
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	/** Makes a change together with all that it says and counts. */
	public <T> T run(Supplier<T> change) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return change.get();
		}
		return this.again.invoke(() -> this.inside.<T>execute((_) -> change.get()));
	}

	/**
	 * Takes a step that touches what many writers share: outside of any transaction, so
	 * that nobody waits for a commit.
	 */
	public <T> T outside(Supplier<T> step) {
		return this.outside.<T>execute((_) -> step.get());
	}

	/**
	 * Runs once the change is there for everybody; never when it is not. Whoever made the
	 * change is not told when the effect fails: the change is made all the same.
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
	 * Runs once it is certain that the change will never be there; not when a commit was
	 * left unanswered. Part of a transaction only.
	 */
	public void afterRollback(Runnable effect) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK) {
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
			log.atWarn().setCause(ex).log("What follows a change failed; the change is made");
		}
	}

	private static boolean isCrossed(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case OptimisticLockingFailureException _ -> true;
			case MongoException mongo -> mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
			default -> isCrossed(failure.getCause());
		};
	}

}
