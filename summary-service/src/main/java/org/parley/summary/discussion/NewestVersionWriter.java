package org.parley.summary.discussion;

import java.util.List;

import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores a document by one command, unless a newer version is stored. */
@Component
public class NewestVersionWriter {

	private final MongoOperations mongo;

	NewestVersionWriter(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Stores a document.
	 * @return false if this or a newer version is stored
	 */
	public boolean saveIfNewer(String id, long version, Object document) {
		var next = new Document();
		this.mongo.getConverter().write(document, next);
		var isKnown = new Document("$gte", List.of("$version", version));
		AggregationOperation replace = (_) -> new Document("$replaceWith",
				new Document("$cond", List.of(isKnown, "$$ROOT", new Document("$literal", next))));
		var result = this.mongo.upsert(new Query(Criteria.where("_id").is(id)),
				AggregationUpdate.from(List.of(replace)), document.getClass());
		return result.getUpsertedId() != null || result.getModifiedCount() > 0;
	}

}
