package org.parley.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/** Lists the collections of a service that have personal data. */
public final class PersonalCollections {

	private final List<PersonalData> kinds = new ArrayList<>();

	private final MongoOperations mongo;

	public PersonalCollections(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Adds documents that name the person in an already indexed field. */
	public CollectionPersonalData of(String kind, String collection, String field) {
		return of(kind, collection, (person) -> Criteria.where(field).is(person));
	}

	/** Adds documents that name the person in a field, for which an index is created. */
	public CollectionPersonalData indexed(String kind, String collection, String field) {
		this.mongo.indexOps(collection).createIndex(new Index(field, Direction.ASC).on("_id", Direction.ASC));
		return of(kind, collection, field);
	}

	/** Adds documents whose id is the person's id, a colon and a suffix. */
	public CollectionPersonalData withIdPrefix(String kind, String collection) {
		return of(kind, collection, (person) -> Criteria.where("_id").gte(person + ":").lt(person + ";"));
	}

	/** Adds the single document whose id is the person's id. */
	public CollectionPersonalData one(String kind, String collection) {
		return of(kind, collection, "_id");
	}

	/**
	 * Adds documents that match criteria.
	 * @param owned the criteria for a person, which an index serves
	 */
	public CollectionPersonalData of(String kind, String collection, Function<String, Criteria> owned) {
		var added = new CollectionPersonalData(this.mongo, kind, collection, owned);
		this.kinds.add(added);
		return added;
	}

	public List<PersonalData> kinds() {
		return this.kinds;
	}

}
