package org.parley.platform.test.database;

import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * A query of a service.
 *
 * @param sort its sort, may be empty
 */
public record RecordedQuery(String collection, Document filter, Document sort) {

	/** Parses a query with filter and sort as JSON. */
	public static RecordedQuery asked(String collection, String filter, String sort) {
		return new RecordedQuery(collection, Document.parse(filter), Document.parse(sort));
	}

	/** Explains the query. */
	public QueryExplanation in(MongoOperations mongo) {
		return QueryExplanation.of(mongo,
				new Document("find", this.collection).append("filter", this.filter).append("sort", this.sort));
	}

}
