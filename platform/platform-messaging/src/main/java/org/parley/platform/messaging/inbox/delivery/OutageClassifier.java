package org.parley.platform.messaging.inbox.delivery;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Distinguishes outages of servers, which are waited for, from events that cannot be
 * handled.
 */
final class OutageClassifier {

	private OutageClassifier() {
	}

	/**
	 * Whether a failure was caused by an unavailable database, broker or other server, or
	 * by the database's other writers.
	 */
	static boolean isBehind(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case AmqpConnectException _, AmqpIOException _, AmqpTimeoutException _ -> true;
			case RefusalException refusal when refusal.kind() == RefusalKind.UNAVAILABLE -> true;
			case CannotAcquireLockException _ -> true;
			case MongoException _ -> DatabaseFailure.of(failure) != DatabaseFailure.OTHER;
			default -> DatabaseFailure.of(failure).isOutage() || isBehind(failure.getCause());
		};
	}

}
