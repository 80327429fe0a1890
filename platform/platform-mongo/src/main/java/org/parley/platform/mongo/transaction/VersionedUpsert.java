package org.parley.platform.mongo.transaction;

import java.util.List;
import java.util.Optional;

import org.bson.Document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** An upsert that events may repeat and reorder: the highest version stays. */
public final class VersionedUpsert {

	private static final String VERSION = "version";

	private VersionedUpsert() {
	}

	/**
	 * Stores the state of an event, unless the same or a newer version is stored.
	 * @param id of the document
	 * @param version of the state, stored as {@code version}
	 */
	public static void saveIfNewer(MongoOperations mongo, Class<?> type, String id, long version, Update state) {
		var older = new Query(Criteria.where("_id").is(id).and(VERSION).not().gte(version));
		state.set(VERSION, version);
		try {
			mongo.upsert(older, state, type);
		}
		catch (DuplicateKeyException ex) {
			// A concurrent event has inserted the document, perhaps with an older version
			mongo.updateFirst(older, state, type);
		}
	}

	/**
	 * Stores a record that has a {@code version}, unless the same or a newer version is
	 * stored. Needs one command and no transaction.
	 * @return whether it was stored
	 */
	public static boolean saveIfNewer(MongoOperations mongo, Object newer) {
		var record = record(mongo, newer);
		var result = mongo.upsert(withIdOf(record), replacement(record), newer.getClass());
		return result.getUpsertedId() != null || result.getModifiedCount() > 0;
	}

	/**
	 * Stores records like {@link #saveIfNewer(MongoOperations, Object)}, with one
	 * command.
	 */
	public static <T> void saveAllIfNewer(MongoOperations mongo, List<T> newer, Class<T> type) {
		RepeatedUpserts.execute(() -> {
			var upserts = mongo.bulkOps(BulkMode.ORDERED, type);
			newer.stream()
				.map((one) -> record(mongo, one))
				.forEach((record) -> upserts.upsert(withIdOf(record), replacement(record)));
			return upserts;
		});
	}

	/**
	 * Stores a record like {@link #saveIfNewer(MongoOperations, Object)}, or retries the
	 * transaction.
	 * @return the record as it was stored before
	 */
	public static <T> Optional<T> replaceOlder(MongoOperations mongo, T newer, Class<T> type) {
		var record = record(mongo, newer);
		return Optional.ofNullable(ContendedUpsert.write(() -> mongo.findAndModify(withIdOf(record),
				replacement(record), FindAndModifyOptions.options().upsert(true), type)));
	}

	private static Document record(MongoOperations mongo, Object newer) {
		var record = new Document();
		mongo.getConverter().write(newer, record);
		return record;
	}

	private static Query withIdOf(Document record) {
		return new Query(Criteria.where("_id").is(record.get("_id")));
	}

	private static AggregationUpdate replacement(Document record) {
		var isOutdated = new Document("$gte", List.of("$" + VERSION, record.get(VERSION)));
		var newest = new Document("$cond", List.of(isOutdated, "$$ROOT", new Document("$literal", record)));
		return AggregationUpdate.from(List.of((_) -> new Document("$replaceWith", newest)));
	}

}
