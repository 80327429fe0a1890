package org.parley.platform.mongo.transaction;

import java.util.Objects;

import com.mongodb.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.database.DatabaseSilence;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the session of the current transaction. A transaction that the database does not
 * answer is rolled back in the background, because the rollback would wait as long again.
 */
final class SessionTransactionManager extends MongoTransactionManager {

	private static final Object SESSION = new Object();

	private final CommitAttempts commits;

	SessionTransactionManager(MongoDatabaseFactory databases, CommitAttempts commits) {
		super(databases);
		this.commits = commits;
	}

	/**
	 * Whether the current transaction has sent nothing to the database: the server adds a
	 * time to each answer.
	 */
	static boolean isUnused() {
		return TransactionSynchronizationManager.getResource(SESSION) instanceof ClientSession session
				&& session.getOperationTime() == null;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		super.doBegin(transaction, definition);
		var session = Objects.requireNonNull(((MongoTransactionObject) transaction).getSession());
		TransactionSynchronizationManager.bindResource(SESSION, session);
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
	protected void doCommit(MongoTransactionObject transaction) throws Exception {
		try {
			this.commits.commit(Objects.requireNonNull(transaction.getSession()));
		}
		catch (RuntimeException ex) {
			DatabaseSilence.note(ex);
			throw ex;
		}
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		if (!DatabaseSilence.isNoted()) {
			super.doRollback(status);
		}
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		var isAbandoned = DatabaseSilence.isNoted()
				&& TransactionSynchronizationManager.getResource(SESSION) instanceof ClientSession session
				&& abandonIfActive(session);
		TransactionSynchronizationManager.unbindResourceIfPossible(SESSION);
		DatabaseSilence.endTransaction();
		if (isAbandoned) {
			TransactionSynchronizationManager.unbindResource(getResourceFactory());
		}
		else {
			super.doCleanupAfterCompletion(transaction);
		}
	}

	private static boolean abandonIfActive(ClientSession session) {
		if (!session.hasActiveTransaction()) {
			return false;
		}
		abandon(session);
		return true;
	}

	/** Ends a session, and its transaction, without waiting for it. */
	static void abandon(ClientSession session) {
		Thread.ofVirtual().name("abandoned-transaction").start(session::close);
	}

	/**
	 * A suspended transaction.
	 *
	 * @param transaction the resources of the superclass
	 */
	private record Suspended(Object transaction, Object session) {
	}

}
