package org.parley.platform.test.database;

import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A query as a service makes it.
 *
 * @param collection that is asked
 * @param filter of it
 * @param sort of it, or nothing
 */
public record RecordedQuery(String collection, Document filter, Document sort) {

	/** One with filter and order as JSON. */
	public static RecordedQuery asked(String collection, String filter, String sort) {
		return new RecordedQuery(collection, Document.parse(filter), Document.parse(sort));
	}

	/** How the database answers it. */
	public QueryExplanation in(MongoOperations mongo) {
		return QueryExplanation.of(mongo,
				new Document("find", this.collection).append("filter", this.filter).append("sort", this.sort));
	}

}
