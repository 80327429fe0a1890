package org.parley.auth.transaction;

import java.time.Duration;
import java.util.function.Supplier;

import com.mongodb.MongoException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and again from its start when another transaction changed
 * the same at the same moment. Within a transaction that is already open the work joins
 * it, and whoever opened it decides.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/core/transactions-in-applications/">MongoDB:
 * TransientTransactionError</a>
 */
@Component
public class Transactions {

	private final TransactionTemplate template;

	private final RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
		.timeout(Duration.ofSeconds(5))
		.maxRetries(50)
		.delay(Duration.ofMillis(5))
		.jitter(Duration.ofMillis(5))
		.multiplier(1.5)
		.maxDelay(Duration.ofMillis(200))
		.predicate(Transactions::isLostRace)
		.build());

	Transactions(PlatformTransactionManager transactions) {
		this.template = new TransactionTemplate(transactions);
	}

	/** Carries out the work once, whole or not at all. */
	public <T> T run(Supplier<T> work) {
		return TransactionSynchronizationManager.isActualTransactionActive() ? once(work)
				: this.again.invoke(() -> once(work));
	}

	@SuppressWarnings("NullAway") // the work gives a value, so the template does
	private <T> T once(Supplier<T> work) {
		return this.template.execute((_) -> work.get());
	}

	private static boolean isLostRace(Throwable ex) {
		return ex instanceof OptimisticLockingFailureException
				|| isTransient(NestedExceptionUtils.getMostSpecificCause(ex));
	}

	private static boolean isTransient(Throwable cause) {
		return cause instanceof MongoException mongo
				&& mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
	}

}
