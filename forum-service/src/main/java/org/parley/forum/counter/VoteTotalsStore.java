package org.parley.forum.counter;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.bson.Document;
import org.parley.contracts.forum.VoteTotals;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads vote totals from threads and posts. */
@Component
public class VoteTotalsStore {

	private final MongoOperations mongo;

	VoteTotalsStore(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns the totals of threads or posts by id. */
	public Map<String, VoteTotals> find(CounterTarget.Kind kind, Collection<String> ids) {
		var query = new Query(Criteria.where("_id").in(ids));
		query.fields().include("upVotes", "downVotes", "aggregatedBatch");
		return this.mongo.find(query, Document.class, kind.collection())
			.stream()
			.collect(Collectors.toUnmodifiableMap((found) -> found.getString("_id"), VoteTotalsStore::read));
	}

	private static VoteTotals read(Document found) {
		var up = found.getInteger("upVotes", 0);
		var down = found.getInteger("downVotes", 0);
		return found.containsKey("aggregatedBatch")
				? new VoteTotals(up, down, up - down, found.getLong("aggregatedBatch")) : VoteTotals.NONE;
	}

}
