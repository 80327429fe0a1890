package org.parley.moderation.check.social;

import java.time.InstantSource;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The newest known versions, since events arrive in any order and again. An older event
 * says nothing about who may read a text now.
 */
@Component
class KnownVersions {

	private final MongoOperations mongo;

	private final InstantSource clock;

	KnownVersions(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void save(String id, long version) {
		this.mongo.upsert(new Query(Criteria.where("_id").is(id)),
				new Update().max("version", version).set("at", this.clock.instant()), KnownVersion.class);
	}

	/** Whether no newer version is known. */
	boolean isNewest(String id, long version) {
		var known = this.mongo.findById(id, KnownVersion.class);
		return known == null || known.version() <= version;
	}

}
