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
 * Copies the last use of sessions to their accounts. Each run covers the time since the
 * previous run plus one hour, so that a value lost to a concurrent save is set again.
 */
@Component
class UpdateUserActivity implements Job {

	private static final Duration OVERLAP = Duration.ofHours(1);

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
		try (var activity = this.mongo.aggregateStream(activeSince(findLatest().minus(OVERLAP)), "sessions",
				Document.class)) {
			for (var user : (Iterable<Document>) activity::iterator) {
				bulk.updateOne(Query.query(Criteria.where("_id").is(user.getString("_id"))),
						new Update().max("lastSeenAt", user.get("at", Date.class)));
				if (++count % BATCH == 0) {
					bulk.execute();
					bulk = this.mongo.bulkOps(BulkMode.UNORDERED, "users");
				}
			}
		}
		if (count % BATCH != 0) {
			bulk.execute();
		}
		return "%d users were active.".formatted(count);
	}

	/** Ignores times in the future, which a wrong clock may have written. */
	private Instant findLatest() {
		var query = Query.query(Criteria.where("lastSeenAt").gt(Instant.EPOCH).lte(this.clock.instant()))
			.with(Sort.by(Sort.Direction.DESC, "lastSeenAt"))
			.limit(1);
		query.fields().include("lastSeenAt");
		var latest = this.mongo.findOne(query, Document.class, "users");
		return (latest != null) ? latest.get("lastSeenAt", Date.class).toInstant() : Instant.EPOCH;
	}

	private static Aggregation activeSince(Instant time) {
		return Aggregation.newAggregation(Aggregation.match(Criteria.where("lastUsedAt").gt(time)),
				Aggregation.group("userId").max("lastUsedAt").as("at"));
	}

}
