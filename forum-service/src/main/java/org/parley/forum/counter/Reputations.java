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

/**
 * The reputation of members: votes up minus votes down on all their posts and threads.
 */
@Component
public class Reputations {

	private static final String MEMBERS = "members";

	private final MongoOperations mongo;

	Reputations(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns a member's reputation as of the last applied batch. */
	public int of(String memberId) {
		var query = new Query(Criteria.where("_id").is(memberId));
		query.fields().include("reputation");
		return Optional.ofNullable(this.mongo.findOne(query, Document.class, MEMBERS))
			.map((member) -> member.getInteger("reputation", 0))
			.orElse(0);
	}

	/** Adds the votes of a batch to all authors that do not have this batch yet. */
	void apply(CounterCheckpoint checkpoint) {
		var scores = checkpoint.pending()
			.stream()
			.filter(CounterChange::hasVotes)
			.collect(Collectors.groupingBy((sum) -> sum.of().authorId(),
					Collectors.summingInt((sum) -> sum.up() - sum.down())));
		if (scores.isEmpty()) {
			return;
		}
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, MEMBERS);
		scores.forEach((authorId, score) -> updates.updateOne(unlessApplied(authorId, checkpoint.batch()),
				update(score, checkpoint.batch())));
		updates.execute();
	}

	private static Query unlessApplied(String authorId, long batch) {
		return new Query(Criteria.where("_id").is(authorId).and("aggregatedBatch").not().gte(batch));
	}

	private static AggregationUpdate update(int score, long batch) {
		var sum = new Document("$add", List.of(new Document("$ifNull", List.of("$reputation", 0)), score));
		var set = new Document("$set", new Document("reputation", sum).append("aggregatedBatch", batch));
		return AggregationUpdate.from(List.of((_) -> set));
	}

}
