package org.parley.platform.mongo.transaction;

import java.util.function.BooleanSupplier;

import com.mongodb.client.ClientSession;
import org.parley.platform.mongo.database.DatabaseFailure;

/**
 * Commits transactions. A commit that is answered too late may have been applied; it is
 * sent again while the database is not silent, because its repetition has no other
 * effect.
 *
 * @see <a href=
 * "https://www.mongodb.com/docs/manual/core/transactions-in-applications/#std-label-unknown-transaction-commit-result">MongoDB:
 * UnknownTransactionCommitResult</a>
 */
final class CommitAttempts {

	/** Together they take less than the gateway waits for a service. */
	private static final int MOST = 3;

	private final BooleanSupplier silent;

	/**
	 * Creates the attempts.
	 * @param silent whether the database is silent
	 */
	CommitAttempts(BooleanSupplier silent) {
		this.silent = silent;
	}

	/** Commits the transaction of a session. */
	void commit(ClientSession session) {
		for (var attempts = 1;; attempts++) {
			try {
				session.commitTransaction();
				return;
			}
			catch (RuntimeException ex) {
				if (attempts == MOST || DatabaseFailure.of(ex) != DatabaseFailure.OUTAGE
						|| this.silent.getAsBoolean()) {
					throw ex;
				}
			}
		}
	}

}
