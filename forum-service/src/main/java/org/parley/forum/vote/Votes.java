package org.parley.forum.vote;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bson.Document;
import org.parley.platform.mongo.transaction.BatchedInserts;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored votes. */
@Component
public class Votes {

	private final MongoOperations mongo;

	private final BatchedInserts inserts;

	Votes(MongoOperations mongo, BatchedInserts inserts) {
		this.mongo = mongo;
		this.inserts = inserts;
	}

	/** Returns a member's votes by target id, without targets that have no vote. */
	public Map<String, Integer> values(String memberId, Collection<String> targetIds) {
		var ids = targetIds.stream().map((targetId) -> Vote.id(memberId, targetId)).toList();
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Vote.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Vote::targetId, Vote::value));
	}

	Optional<Vote> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Vote.class));
	}

	/** Inserts the first vote of a member at the end of the transaction. */
	void insert(Vote vote) {
		this.inserts.insert(vote);
	}

	void update(Vote vote) {
		this.mongo.save(vote);
	}

	/** Counts votes up minus votes down, from the index alone. */
	int countScore(String targetId) {
		var sum = Aggregation.newAggregation(Vote.class, Aggregation.match(Criteria.where("targetId").is(targetId)),
				Aggregation.group().sum("value").as("score"));
		return Optional.ofNullable(this.mongo.aggregate(sum, Document.class).getUniqueMappedResult())
			.map((found) -> found.getInteger("score"))
			.orElse(0);
	}

}
