package org.parley.platform.mongo.cluster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.bson.Document;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Finds due records by an indexed property. A record without the property is never due.
 *
 * @param <T> the document class
 */
public abstract class MongoDueRecords<T> implements DueRecords<T> {

	private final MongoOperations mongo;

	private final Class<T> type;

	private final String property;

	private final InstantSource clock;

	/**
	 * Creates the store.
	 * @param property the time when a record is due
	 */
	protected MongoDueRecords(MongoOperations mongo, Class<T> type, String property, InstantSource clock) {
		this.mongo = mongo;
		this.type = type;
		this.property = property;
		this.clock = clock;
	}

	@Override
	public final Optional<Instant> findNextDue() {
		var next = new Query(Criteria.where(this.property).gte(Instant.EPOCH)).with(Sort.by(this.property));
		next.fields().include(this.property);
		return Optional.ofNullable(this.mongo.findOne(next, Document.class, this.mongo.getCollectionName(this.type)))
			.map((found) -> found.getDate(this.property).toInstant());
	}

	@Override
	public final List<T> findDue(int limit) {
		var due = new Query(Criteria.where(this.property).lte(this.clock.instant())).with(Sort.by(this.property))
			.limit(Limit.of(limit));
		return this.mongo.find(due, this.type);
	}

}
