package org.parley.auth.transaction;

import java.util.function.Supplier;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
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

	private static final int ATTEMPTS = 8;

	private final TransactionTemplate template;

	Transactions(PlatformTransactionManager transactions) {
		this.template = new TransactionTemplate(transactions);
	}

	/** Carries out the work once, whole or not at all. */
	public <T> T run(Supplier<T> work) {
		for (int attempt = 1;; attempt++) {
			try {
				return once(work);
			}
			catch (RuntimeException ex) {
				if (attempt == ATTEMPTS || !isLostRace(ex)
						|| TransactionSynchronizationManager.isActualTransactionActive()) {
					throw ex;
				}
			}
		}
	}

	@SuppressWarnings("NullAway") // the work gives a value, so the template does
	private <T> T once(Supplier<T> work) {
		return this.template.execute((_) -> work.get());
	}

	private static boolean isLostRace(RuntimeException ex) {
		return ex instanceof OptimisticLockingFailureException || isTransient(NestedExceptionUtils.getRootCause(ex))
				|| isTransient(ex);
	}

	private static boolean isTransient(@Nullable Throwable cause) {
		return cause instanceof MongoException mongo
				&& mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
	}

}
