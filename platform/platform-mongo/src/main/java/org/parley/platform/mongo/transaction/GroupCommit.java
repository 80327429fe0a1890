package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.client.ClientSession;
import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.transaction.TransactionSystemException;

/**
 * Commits what concurrent transactions insert together: while one transaction commits,
 * others wait, and then one transaction inserts the documents of all of them. If any
 * document is refused, nothing of the group is stored, and each commits alone.
 */
class GroupCommit {

	private static final int MAX_TRANSACTIONS = 64;

	private final MongoDatabaseFactory databases;

	private final Duration patience;

	private final BooleanSupplier silent;

	private final CommitAttempts commits;

	private final Queue<QueuedCommit> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * Creates a queue.
	 * @param patience how long a group may take; requests wait for it
	 * @param silent whether the database is silent
	 */
	GroupCommit(MongoDatabaseFactory databases, Duration patience, BooleanSupplier silent) {
		this.databases = databases;
		this.patience = patience;
		this.silent = silent;
		this.commits = new CommitAttempts(silent);
	}

	/**
	 * Waits until no other transaction commits. The documents may be committed with those
	 * of others then.
	 * @throws RuntimeException if the database cannot be reached; with a
	 * {@link TransactionSystemException} it is unknown whether the documents are stored
	 */
	CommitMode join(List<InsertedDocument> documents) {
		if (this.busy.compareAndSet(false, true)) {
			return CommitMode.LEAD;
		}
		var mine = new QueuedCommit(documents, new CompletableFuture<>());
		this.waiting.add(mine);
		if (this.busy.compareAndSet(false, true)) {
			next();
		}
		return mine.await();
	}

	/** Lets the waiting transactions commit. Call it after a transaction that leads. */
	void next() {
		if (!this.waiting.isEmpty()) {
			Thread.ofVirtual().name("group-commit").start(this::commitQueued);
			return;
		}
		this.busy.set(false);
		if (!this.waiting.isEmpty() && this.busy.compareAndSet(false, true)) {
			next();
		}
	}

	/**
	 * Fails all that wait if the database is silent. Call it instead of {@link #next()}
	 * after a transaction that the database has not answered.
	 */
	void giveUp() {
		if (this.silent.getAsBoolean()) {
			for (var one = this.waiting.poll(); one != null; one = this.waiting.poll()) {
				one.mode().complete(CommitMode.GIVEN_UP);
			}
		}
		next();
	}

	private void after(Throwable failure) {
		if (DatabaseFailure.of(failure) == DatabaseFailure.OUTAGE) {
			giveUp();
		}
		else {
			next();
		}
	}

	private void commitQueued() {
		var group = take();
		if (group.size() == 1) {
			group.getFirst().mode().complete(CommitMode.LEAD);
			return;
		}
		try {
			var all = group.stream().flatMap((one) -> one.documents().stream()).toList();
			var mode = insertAndCommit(all) ? CommitMode.COMMITTED : CommitMode.ALONE;
			group.forEach((one) -> one.mode().complete(mode));
			next();
		}
		catch (Throwable ex) {
			after(ex);
			group.forEach((one) -> one.mode().completeExceptionally(ex));
		}
	}

	private List<QueuedCommit> take() {
		var group = new ArrayList<QueuedCommit>();
		var bytes = 0L;
		for (var one = this.waiting.peek(); one != null && group.size() < MAX_TRANSACTIONS; one = this.waiting.peek()) {
			bytes += one.documents().stream().mapToLong(InsertedDocument::bytes).sum();
			if (bytes > InsertedDocument.MAX_BYTES && !group.isEmpty()) {
				break;
			}
			group.add(this.waiting.remove());
		}
		return group;
	}

	/**
	 * Returns whether the documents were stored; if not, the server refused something.
	 */
	private boolean insertAndCommit(List<InsertedDocument> documents) {
		var options = ClientSessionOptions.builder()
			.causallyConsistent(true)
			.defaultTimeout(this.patience.toMillis(), TimeUnit.MILLISECONDS)
			.build();
		var session = this.databases.getSession(options);
		try {
			session.startTransaction();
			var isStored = insert(session, documents) && commit(session);
			session.close();
			return isStored;
		}
		catch (RuntimeException ex) {
			SessionTransactionManager.abandon(session);
			throw ex;
		}
	}

	private boolean insert(ClientSession session, List<InsertedDocument> documents) {
		var command = InsertedDocument.bulkWrite(this.databases.getMongoDatabase().getName(), documents);
		try {
			var answer = this.databases.getMongoDatabase("admin").runCommand(session, command);
			return answer.getInteger("nErrors", 0) == 0;
		}
		catch (MongoServerException ex) {
			return false;
		}
		catch (RuntimeException ex) {
			var translated = this.databases.getExceptionTranslator().translateExceptionIfPossible(ex);
			throw (translated != null) ? translated : ex;
		}
	}

	private boolean commit(ClientSession session) {
		try {
			this.commits.commit(session);
			return true;
		}
		catch (MongoException ex) {
			if (ex.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
				return false;
			}
			throw new TransactionSystemException("The commit of a group has an unknown result", ex);
		}
	}

	/** How a transaction commits after it has waited. */
	enum CommitMode {

		/**
		 * It commits alone, and others wait until it calls {@link GroupCommit#next()}.
		 */
		LEAD,
		/** Its documents are committed. */
		COMMITTED,
		/** It commits alone, because the group of which it was part was refused. */
		ALONE,
		/** It fails, because the database is silent. */
		GIVEN_UP

	}

	/**
	 * A transaction that waits.
	 *
	 * @param mode completed when it has been decided
	 */
	private record QueuedCommit(List<InsertedDocument> documents, CompletableFuture<CommitMode> mode) {

		CommitMode await() {
			try {
				var decided = this.mode.join();
				if (decided == CommitMode.GIVEN_UP) {
					throw new DataAccessResourceFailureException("The database did not answer the transaction before");
				}
				return decided;
			}
			catch (CompletionException ex) {
				throw switch (ex.getCause()) {
					case TransactionSystemException unknown ->
						new TransactionSystemException("The commit has an unknown result", unknown);
					case RuntimeException failure -> failure;
					case null, default -> ex;
				};
			}
		}

	}

}
