package org.parley.platform.events.inbox.delivery;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Distinguishes outages of servers, which are waited for, from events that cannot be
 * handled.
 */
final class OutageClassifier {

	private OutageClassifier() {
	}

	/** Whether a failure was caused by an unavailable database or broker. */
	static boolean isBehind(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case ConcurrencyFailureException _ -> isBehind(failure.getCause());
			case DataAccessResourceFailureException _ -> true;
			case TransientDataAccessException _ -> true;
			case AmqpConnectException _ -> true;
			case AmqpIOException _ -> true;
			case AmqpTimeoutException _ -> true;
			case MongoException mongo -> isAway(mongo);
			default -> isBehind(failure.getCause());
		};
	}

	private static boolean isAway(MongoException failure) {
		return switch (failure) {
			case MongoSocketException _ -> true;
			case MongoTimeoutException _ -> true;
			case MongoServerUnavailableException _ -> true;
			case MongoNotPrimaryException _ -> true;
			case MongoNodeIsRecoveringException _ -> true;
			case MongoSecurityException _ -> true;
			default -> failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
					|| failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
					|| failure.hasErrorLabel("RetryableWriteError") || isBehind(failure.getCause());
		};
	}

}
