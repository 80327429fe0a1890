package org.parley.chat.outage;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells failures of an unavailable database from all others. */
public final class DatabaseOutage {

	private DatabaseOutage() {
	}

	/** Whether a failure was caused by an unavailable database. */
	public static boolean isBehind(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case ConcurrencyFailureException _ -> isBehind(failure.getCause());
			case DataAccessResourceFailureException _ -> true;
			case TransientDataAccessException _ -> true;
			case MongoSocketException _ -> true;
			case MongoTimeoutException _ -> true;
			case MongoServerUnavailableException _ -> true;
			case MongoNotPrimaryException _ -> true;
			case MongoNodeIsRecoveringException _ -> true;
			case MongoException mongo -> mongo.hasErrorLabel("RetryableWriteError")
					|| mongo.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
					|| isBehind(failure.getCause());
			default -> isBehind(failure.getCause());
		};
	}

}
