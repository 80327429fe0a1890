package org.parley.platform.events.projection;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
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

}
