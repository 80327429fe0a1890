package org.parley.platform.mongo.database;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Remembers for the rest of a request, or of a transaction outside of requests, that the
 * database has not answered. What comes after would wait as long again.
 */
public final class DatabaseSilence {

	private static final String NAME = DatabaseSilence.class.getName();

	private DatabaseSilence() {
	}

	/** Remembers a failure, if it is that the database does not answer. */
	public static void note(@Nullable Throwable failure) {
		if (DatabaseFailure.of(failure) != DatabaseFailure.OUTAGE || isNoted()) {
			return;
		}
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(NAME, true, RequestAttributes.SCOPE_REQUEST);
		}
		else if (TransactionSynchronizationManager.isActualTransactionActive()) {
			TransactionSynchronizationManager.bindResource(NAME, true);
		}
	}

	/** Whether the database has not answered in this request or transaction. */
	public static boolean isNoted() {
		var request = RequestContextHolder.getRequestAttributes();
		return (request != null) ? request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) != null
				: TransactionSynchronizationManager.hasResource(NAME);
	}

	/** Forgets a silence in a request: the database was only slow. */
	public static void end() {
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.removeAttribute(NAME, RequestAttributes.SCOPE_REQUEST);
		}
	}

	/** Forgets a silence at the end of a transaction. A request remembers it. */
	public static void endTransaction() {
		TransactionSynchronizationManager.unbindResourceIfPossible(NAME);
	}

	/**
	 * Fails at once instead of waiting again.
	 * @throws DataAccessResourceFailureException if the database has not answered before
	 */
	static void requireNone() {
		if (isNoted()) {
			throw new DataAccessResourceFailureException("The database has not answered before");
		}
	}

}
