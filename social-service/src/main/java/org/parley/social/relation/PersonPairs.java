package org.parley.social.relation;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Orders the changes between two people. Every change writes their common record, so of
 * two concurrent transactions the second one is repeated: following cannot overtake a
 * block.
 */
@Component
public class PersonPairs {

	private final MongoOperations mongo;

	PersonPairs(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns the id of the record of two people. */
	public static String id(String one, String other) {
		return PersonPair.id(one, other);
	}

	/** Returns the pairs that follow an id, or the first ones, ordered by id. */
	List<PersonPair> after(@Nullable String id, int max) {
		var rest = (id != null) ? Criteria.where("_id").gt(id) : new Criteria();
		return this.mongo.find(new Query(rest).with(Sort.by("_id")).limit(max), PersonPair.class);
	}

	/**
	 * Registers a change between two people, within its transaction.
	 * @return the version of the change
	 */
	public long touch(String one, String other) {
		var pair = ContendedUpsert
			.write(() -> this.mongo.findAndModify(new Query(Criteria.where("_id").is(PersonPair.id(one, other))),
					new Update().inc("version", 1L).setOnInsert("people", List.of(one, other)),
					FindAndModifyOptions.options().upsert(true).returnNew(true), PersonPair.class));
		return Objects.requireNonNull(pair, "The pair is stored").version();
	}

}
