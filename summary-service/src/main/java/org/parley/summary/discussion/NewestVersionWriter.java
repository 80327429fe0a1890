package org.parley.summary.discussion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores what is told only where nothing newer is known, so it may come twice and late.
 */
@Component
class NewestVersionWriter {

	private static final Logger log = LoggerFactory.getLogger(NewestVersionWriter.class);

	private final MongoOperations mongo;

	NewestVersionWriter(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void store(String id, long version, Update state, Class<?> type) {
		var older = new Query(Criteria.where("_id").is(id).and("version").lt(version));
		try {
			this.mongo.upsert(older, state.set("version", version), type);
		}
		catch (DuplicateKeyException ex) {
			log.trace("Something newer is known", ex);
		}
	}

}
