package org.parley.forum.counter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bson.Document;

import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What others think of all that a person wrote: votes up minus votes down. */
@Component
public class Reputations {

	private static final String MEMBERS = "members";

	private final MongoOperations mongo;

	Reputations(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** A person's reputation, as far as it is folded. */
	public int of(String memberId) {
		var query = new Query(Criteria.where("_id").is(memberId));
		query.fields().include("reputation");
		return Optional.ofNullable(this.mongo.findOne(query, Document.class, MEMBERS))
			.map((member) -> member.getInteger("reputation", 0))
			.orElse(0);
	}

	/**
	 * Adds the votes of a batch to whoever wrote what they are on, unless they have it.
	 */
	void apply(CounterCheckpoint counterCheckpoint) {
		var scores = counterCheckpoint.pending()
			.stream()
			.filter(CounterChange::hasVotes)
			.collect(Collectors.groupingBy((sum) -> sum.of().authorId(),
					Collectors.summingInt((sum) -> sum.up() - sum.down())));
		if (scores.isEmpty()) {
			return;
		}
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, MEMBERS);
		scores.forEach((authorId, score) -> updates.updateOne(unlessApplied(authorId, counterCheckpoint.batch()),
				update(score, counterCheckpoint.batch())));
		updates.execute();
	}

	private static Query unlessApplied(String authorId, long batch) {
		return new Query(Criteria.where("_id").is(authorId).and("foldedBatch").not().gte(batch));
	}

	private static AggregationUpdate update(int score, long batch) {
		var sum = new Document("$add", List.of(new Document("$ifNull", List.of("$reputation", 0)), score));
		var set = new Document("$set", new Document("reputation", sum).append("foldedBatch", batch));
		return AggregationUpdate.from(List.of((_) -> set));
	}

}
