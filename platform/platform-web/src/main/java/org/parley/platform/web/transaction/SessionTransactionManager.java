package org.parley.platform.web.transaction;

import java.util.Objects;

import com.mongodb.client.ClientSession;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the session of the current transaction. */
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
		var session = (ClientSession) TransactionSynchronizationManager.getResource(SESSION);
		return session != null && session.getOperationTime() == null;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		super.doBegin(transaction, definition);
		TransactionSynchronizationManager.bindResource(SESSION,
				Objects.requireNonNull(((MongoTransactionObject) transaction).getSession()));
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
	protected void doCleanupAfterCompletion(Object transaction) {
		TransactionSynchronizationManager.unbindResourceIfPossible(SESSION);
		super.doCleanupAfterCompletion(transaction);
	}

	/**
	 * A suspended transaction.
	 *
	 * @param transaction the resources of the superclass
	 * @param session its session
	 */
	private record Suspended(Object transaction, Object session) {
	}

}
