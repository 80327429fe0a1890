package org.parley.notification.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import org.bson.Document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * An insert or update with a natural key that may conflict with a concurrent one; the
 * second transaction is retried.
 */
public final class ContendedUpsert {

	private ContendedUpsert() {
	}

	/** Writes; a duplicate key becomes a failure that retries the transaction. */
	public static <T> T write(Supplier<T> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new OptimisticLockingFailureException("A concurrent transaction has written the same key", ex);
		}
	}

	/**
	 * Stores a record that has a {@code version}, unless the same or a newer version is
	 * stored. Needs one command and no transaction.
	 * @return the record as it was stored before
	 */
	public static <T> Optional<T> replaceOlder(MongoOperations mongo, T newer, Class<T> type) {
		var document = new Document();
		mongo.getConverter().write(newer, document);
		var isOutdated = new Document("$gte", List.of("$version", document.get("version")));
		var replacement = new Document("$replaceWith",
				new Document("$cond", List.of(isOutdated, "$$ROOT", new Document("$literal", document))));
		var before = write(() -> Optional
			.ofNullable(mongo.execute(type, (records) -> records.findOneAndUpdate(Filters.eq(document.get("_id")),
					List.of(replacement), new FindOneAndUpdateOptions().upsert(true)))));
		return before.map((found) -> mongo.getConverter().read(type, found));
	}

}
