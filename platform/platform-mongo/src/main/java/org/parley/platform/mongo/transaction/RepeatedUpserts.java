package org.parley.platform.mongo.transaction;

import java.util.function.Supplier;

import com.mongodb.bulk.BulkWriteResult;

import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;

/**
 * Upserts by natural keys that a concurrent upsert of the same key may precede. MongoDB
 * repeats such an upsert itself when it is alone, but not one of many.
 */
public final class RepeatedUpserts {

	/** An attempt fails only when yet another key has appeared. */
	private static final int ATTEMPTS = 20;

	private RepeatedUpserts() {
	}

	/**
	 * Executes upserts outside of a transaction, again if a key appeared meanwhile.
	 * @param upserts creates them, which may be applied twice
	 * @throws BulkOperationException if one fails for another reason
	 */
	public static BulkWriteResult execute(Supplier<BulkOperations> upserts) {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			try {
				return upserts.get().execute();
			}
			catch (BulkOperationException ex) {
				if (!IdempotentInsert.isOfDuplicateKeys(ex)) {
					throw ex;
				}
			}
		}
		return upserts.get().execute();
	}

}
