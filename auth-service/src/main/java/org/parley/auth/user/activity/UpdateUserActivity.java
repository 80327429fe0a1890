package org.parley.auth.user.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

import org.bson.Document;
import org.parley.platform.jobs.Job;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Writes into every account when it was last used, as its sessions say. It looks at what
 * was used since the last time and an hour before that, so a value that an account's own
 * change overwrote meanwhile is set again.
 */
@Component
class UpdateUserActivity implements Job {

	private static final Duration AGAIN = Duration.ofHours(1);

	private static final int BATCH = 1_000;

	private final MongoOperations mongo;

	private final InstantSource clock;

	UpdateUserActivity(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "update-user-activity";
	}

	@Override
	public String schedule() {
		return "0 5 * * * *";
	}

	@Override
	public String run() {
		var count = 0;
		var bulk = this.mongo.bulkOps(BulkMode.UNORDERED, "users");
		try (var seen = this.mongo.aggregateStream(since(lastKnown().minus(AGAIN)), "sessions", Document.class)) {
			for (var person : (Iterable<Document>) seen::iterator) {
				bulk.updateOne(Query.query(Criteria.where("_id").is(person.getString("_id"))),
						new Update().max("lastSeenAt", person.get("at", Date.class)));
				if (++count % BATCH == 0) {
					bulk.execute();
					bulk = this.mongo.bulkOps(BulkMode.UNORDERED, "users");
				}
			}
		}
		if (count % BATCH != 0) {
			bulk.execute();
		}
		return "%d people were here.".formatted(count);
	}

	/** A clock that was ahead once does not keep what is used since from being seen. */
	private Instant lastKnown() {
		var query = Query.query(Criteria.where("lastSeenAt").gt(Instant.EPOCH).lte(this.clock.instant()))
			.with(Sort.by(Sort.Direction.DESC, "lastSeenAt"))
			.limit(1);
		query.fields().include("lastSeenAt");
		var latest = this.mongo.findOne(query, Document.class, "users");
		return (latest != null) ? latest.get("lastSeenAt", Date.class).toInstant() : Instant.EPOCH;
	}

	private static Aggregation since(Instant time) {
		return Aggregation.newAggregation(Aggregation.match(Criteria.where("lastUsedAt").gt(time)),
				Aggregation.group("userId").max("lastUsedAt").as("at"));
	}

}
