package org.parley.platform.mongo.database;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteTimeoutException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * The meaning of a failed use of the database. Spring translates one failure of the
 * driver to different exceptions, so the driver's exception decides, if there is one.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/core/transactions-in-applications/">MongoDB:
 * TransientTransactionError</a>
 */
public enum DatabaseFailure {

	/** A concurrent transaction wrote the same; a repeated transaction may succeed. */
	CONFLICT,

	/**
	 * The connection or the primary was lost during a transaction, which is not
	 * committed; another connection may work.
	 */
	DISCONNECT,

	/** The database does not answer in time, or cannot be reached. */
	OUTAGE,

	/** Any other failure, which repetition does not mend. */
	OTHER;

	private static final int WRITE_CONFLICT = 112;

	/** A primary that has just started has no keys for the clock of its cluster yet. */
	private static final int KEY_NOT_FOUND = 211;

	/** Classifies a failure by itself and its causes. */
	public static DatabaseFailure of(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> OTHER;
			case MongoException mongo -> ofDriver(mongo);
			case OptimisticLockingFailureException _, CannotAcquireLockException _ -> ofTranslated(failure, CONFLICT);
			case ConcurrencyFailureException _ -> ofTranslated(failure, OTHER);
			case DataAccessResourceFailureException _ -> ofTranslated(failure, OUTAGE);
			case TransientDataAccessException _ -> ofTranslated(failure, OUTAGE);
			default -> of(failure.getCause());
		};
	}

	/** Whether the database is away or silent. */
	public boolean isOutage() {
		return this == OUTAGE || this == DISCONNECT;
	}

	private static DatabaseFailure ofTranslated(Throwable failure, DatabaseFailure unknown) {
		var known = of(failure.getCause());
		return (known != OTHER) ? known : unknown;
	}

	private static DatabaseFailure ofDriver(MongoException failure) {
		var isUncommitted = failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
		return switch (failure) {
			case MongoSocketReadTimeoutException _, MongoSocketWriteTimeoutException _ -> OUTAGE;
			case MongoTimeoutException _, MongoExecutionTimeoutException _, MongoSecurityException _,
					MongoServerUnavailableException _ ->
				OUTAGE;
			case MongoSocketException _, MongoNotPrimaryException _, MongoNodeIsRecoveringException _,
					MongoConnectionPoolClearedException _ ->
				isUncommitted ? DISCONNECT : OUTAGE;
			case MongoInterruptedException _ -> OTHER;
			case MongoClientException _ -> isUncommitted ? DISCONNECT : of(failure.getCause());
			default -> ofAnswer(failure, isUncommitted);
		};
	}

	private static DatabaseFailure ofAnswer(MongoException failure, boolean isUncommitted) {
		if (isUncommitted || isConflict(failure)) {
			return CONFLICT;
		}
		return (failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
				|| failure.hasErrorLabel("RetryableWriteError") || failure.getCode() == KEY_NOT_FOUND) ? OUTAGE
						: of(failure.getCause());
	}

	private static boolean isConflict(MongoException failure) {
		return failure.getCode() == WRITE_CONFLICT || (failure instanceof MongoBulkWriteException bulk
				&& bulk.getWriteErrors().stream().anyMatch((error) -> error.getCode() == WRITE_CONFLICT));
	}

}
