package org.parley.platform.mongo.transaction;

import java.util.List;

import com.mongodb.ErrorCategory;

import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An insert of many records with natural keys that may be repeated. */
public final class IdempotentInsert {

	private IdempotentInsert() {
	}

	/**
	 * Inserts those records whose keys do not exist, with one command. Stored records
	 * stay as they are.
	 * @throws IllegalTransactionStateException within a transaction, which a repeated
	 * record would abort
	 * @throws BulkOperationException if a record fails for another reason than its key
	 */
	public static <T> void insertMissing(MongoOperations mongo, List<T> records, Class<T> type) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException("A repeated record would abort the transaction");
		}
		if (records.isEmpty()) {
			return;
		}
		try {
			mongo.bulkOps(BulkMode.UNORDERED, type).insert(records).execute();
		}
		catch (BulkOperationException ex) {
			if (!isOfDuplicateKeys(ex)) {
				throw ex;
			}
		}
	}

	/** Whether nothing failed but for keys that exist. */
	static boolean isOfDuplicateKeys(BulkOperationException failure) {
		return failure.getErrors().stream().allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
	}

}
