package org.parley.summary.discussion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Upserts a document unless a newer version is stored. */
@Component
public class NewestVersionWriter {

	private static final Logger log = LoggerFactory.getLogger(NewestVersionWriter.class);

	private final MongoOperations mongo;

	NewestVersionWriter(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void saveIfNewer(String id, long version, Update state, Class<?> type) {
		var older = new Query(Criteria.where("_id").is(id).and("version").lt(version));
		try {
			this.mongo.upsert(older, state.set("version", version), type);
		}
		catch (DuplicateKeyException ex) {
			log.trace("A newer version is stored", ex);
		}
	}

}
