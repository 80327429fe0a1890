package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.bson.RawBsonDocument;

import org.parley.platform.mongo.database.DatabaseSilence;
import org.parley.platform.mongo.transaction.GroupCommit.CommitMode;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoDatabaseUtils;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Inserts documents at the end of a transaction, in order, with one command for all
 * collections. Reads of the same transaction do not see them. Concurrent transactions
 * that do nothing else are committed together.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/reference/command/bulkWrite/">MongoDB:
 * bulkWrite</a>
 */
public class BatchedInserts {

	private static final int DUPLICATE_KEY = 11_000;

	private final MongoDatabaseFactory databases;

	private final MongoOperations mongo;

	private final GroupCommit groupCommit;

	BatchedInserts(MongoDatabaseFactory databases, MongoOperations mongo, GroupCommit groupCommit) {
		this.databases = databases;
		this.mongo = mongo;
		this.groupCommit = groupCommit;
	}

	/**
	 * Inserts an entity before the commit.
	 * @throws IllegalTransactionStateException outside of a transaction
	 */
	public void insert(Object entity) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException("A batched insert requires a transaction");
		}
		var document = new Document();
		this.mongo.getConverter().write(entity, document);
		batch().add(this.mongo.getCollectionName(entity.getClass()), document);
	}

	private Batch batch() {
		if (TransactionSynchronizationManager.getResource(this) instanceof Batch open) {
			return open;
		}
		var batch = new Batch();
		TransactionSynchronizationManager.bindResource(this, batch);
		TransactionSynchronizationManager.registerSynchronization(batch);
		return batch;
	}

	private Document run(Document command) {
		try {
			return MongoDatabaseUtils.getDatabase("admin", this.databases).runCommand(command);
		}
		catch (RuntimeException ex) {
			var translated = this.databases.getExceptionTranslator().translateExceptionIfPossible(ex);
			throw (translated != null) ? translated : ex;
		}
	}

	private static void requireNoErrors(Document answer) {
		if (answer.getInteger("nErrors", 0) > 0) {
			var error = answer.get("cursor", Document.class).getList("firstBatch", Document.class).getFirst();
			var reason = error.getString("errmsg");
			throw (error.getInteger("code", 0) == DUPLICATE_KEY) ? new DuplicateKeyException(reason)
					: new DataIntegrityViolationException(reason);
		}
	}

	/** The inserts of a transaction. */
	private final class Batch implements TransactionSynchronization {

		private final List<InsertedDocument> inserts = new ArrayList<>();

		private int bytes;

		private boolean committing;

		private boolean committed;

		private boolean leading;

		void add(String collection, Document document) {
			var codec = BatchedInserts.this.databases.getCodecRegistry().get(Document.class);
			var insert = new InsertedDocument(collection, new RawBsonDocument(document, codec));
			if (this.committed) {
				throw new IllegalTransactionStateException("The inserts of this transaction are committed");
			}
			if (this.bytes + insert.bytes() > InsertedDocument.MAX_BYTES) {
				send();
			}
			this.inserts.add(insert);
			this.bytes += insert.bytes();
			if (this.committing) {
				send();
			}
		}

		private void send() {
			if (!this.inserts.isEmpty()) {
				var database = BatchedInserts.this.databases.getMongoDatabase().getName();
				requireNoErrors(run(InsertedDocument.bulkWrite(database, this.inserts)));
			}
			this.inserts.clear();
			this.bytes = 0;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(BatchedInserts.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(BatchedInserts.this, this);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			if (!this.inserts.isEmpty() && SessionTransactionManager.isUnused()) {
				var mode = BatchedInserts.this.groupCommit.join(List.copyOf(this.inserts));
				this.leading = mode == CommitMode.LEAD;
				this.committed = mode == CommitMode.COMMITTED;
			}
			if (!this.committed) {
				send();
			}
			this.committing = true;
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(BatchedInserts.this);
			if (this.leading && DatabaseSilence.isNoted()) {
				BatchedInserts.this.groupCommit.giveUp();
			}
			else if (this.leading) {
				BatchedInserts.this.groupCommit.next();
			}
		}

	}

}
