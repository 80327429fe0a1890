package org.parley.platform.mongo.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Limits the time of operations and transactions with the driver's {@code timeoutMS}: of
 * requests, because somebody waits for them, and of all transactions. Other operations,
 * such as those of migrations and long cursors, end when the driver's monitor notices
 * that the server is silent. After the first silence the rest of a request fails at once,
 * so that its operations together wait no longer than one.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/drivers/java/sync/current/connection/specify-connection-options/csot/">MongoDB:
 * Limit Server Execution Time</a>
 */
final class TimedDatabaseFactory extends SimpleMongoClientDatabaseFactory {

	private final DatabaseTimeouts timeouts;

	private final long start = System.nanoTime();

	TimedDatabaseFactory(MongoClient client, String database, DatabaseTimeouts timeouts) {
		super(client, database);
		this.timeouts = timeouts;
		setExceptionTranslator(new NotingTranslator());
	}

	/** The limit of a transaction is that of its session. */
	@Override
	protected MongoDatabase doGetMongoDatabase(String name) {
		DatabaseSilence.requireNone();
		var database = super.doGetMongoDatabase(name);
		return (isOfRequest() && !TransactionSynchronizationManager.isActualTransactionActive())
				? database.withTimeout(requestLimit().toMillis(), TimeUnit.MILLISECONDS) : database;
	}

	@Override
	public ClientSession getSession(ClientSessionOptions options) {
		DatabaseSilence.requireNone();
		if (options.getDefaultTimeout(TimeUnit.MILLISECONDS) != null) {
			return super.getSession(options);
		}
		return super.getSession(ClientSessionOptions.builder(options)
			.defaultTimeout(patience().toMillis(), TimeUnit.MILLISECONDS)
			.build());
	}

	private Duration patience() {
		return isOfRequest() ? requestLimit() : this.timeouts.transaction();
	}

	private Duration requestLimit() {
		return this.timeouts.request(Duration.ofNanos(System.nanoTime() - this.start));
	}

	private static boolean isOfRequest() {
		return RequestContextHolder.getRequestAttributes() != null;
	}

	/** All failures of operations pass here. */
	private static final class NotingTranslator extends MongoExceptionTranslator {

		@Override
		public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
			DatabaseSilence.note(ex);
			return super.translateExceptionIfPossible(ex);
		}

	}

}
