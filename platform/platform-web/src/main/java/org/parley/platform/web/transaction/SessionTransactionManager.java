package org.parley.platform.web.transaction;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.ClientSession;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the session of the current transaction. A transaction whose time is over is
 * rolled back in the background: the database is silent, and would be waited for again.
 */
final class SessionTransactionManager extends MongoTransactionManager {

	private static final Object SESSION = new Object();

	SessionTransactionManager(MongoDatabaseFactory databases) {
		super(databases);
	}

	/**
	 * Whether the current transaction has sent nothing to the database: the server adds a
	 * time to each answer.
	 */
	static boolean isUnused() {
		return TransactionSynchronizationManager.getResource(SESSION) instanceof OpenSession open
				&& open.session().getOperationTime() == null;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		super.doBegin(transaction, definition);
		var session = Objects.requireNonNull(((MongoTransactionObject) transaction).getSession());
		TransactionSynchronizationManager.bindResource(SESSION, new OpenSession(session, System.nanoTime()));
	}

	@Override
	protected Object doSuspend(Object transaction) {
		var session = TransactionSynchronizationManager.unbindResource(SESSION);
		return new Suspended(Objects.requireNonNull(super.doSuspend(transaction)), session);
	}

	@Override
	protected void doResume(@Nullable Object transaction, Object suspended) {
		var both = (Suspended) suspended;
		super.doResume(transaction, both.transaction());
		TransactionSynchronizationManager.bindResource(SESSION, both.session());
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		if (!(TransactionSynchronizationManager.getResource(SESSION) instanceof OpenSession open && open.isExpired())) {
			super.doRollback(status);
		}
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		var isAbandoned = TransactionSynchronizationManager
			.unbindResourceIfPossible(SESSION) instanceof OpenSession open && open.abandonIfExpired();
		if (isAbandoned) {
			TransactionSynchronizationManager.unbindResource(getResourceFactory());
		}
		else {
			super.doCleanupAfterCompletion(transaction);
		}
	}

	/** Ends a session, and its transaction, without waiting for it. */
	static void abandon(ClientSession session) {
		Thread.ofVirtual().name("abandoned-transaction").start(session::close);
	}

	/**
	 * The session of a transaction.
	 *
	 * @param since when the transaction began, by {@link System#nanoTime()}
	 */
	private record OpenSession(ClientSession session, long since) {

		boolean isExpired() {
			var limit = this.session.getOptions().getDefaultTimeout(TimeUnit.NANOSECONDS);
			return limit != null && System.nanoTime() - this.since >= limit;
		}

		boolean abandonIfExpired() {
			if (!this.session.hasActiveTransaction() || !isExpired()) {
				return false;
			}
			abandon(this.session);
			return true;
		}

	}

	/**
	 * A suspended transaction.
	 *
	 * @param transaction the resources of the superclass
	 */
	private record Suspended(Object transaction, Object session) {
	}

}
