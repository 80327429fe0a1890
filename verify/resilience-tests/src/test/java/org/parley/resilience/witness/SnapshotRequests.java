package org.parley.resilience.witness;

import java.time.Instant;
import java.util.List;

import com.github.f4b6a3.ulid.UlidCreator;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.system.Instance;

/**
 * Requests snapshots of a service for a queue. The API accepts only the queues of
 * production, so the request is written to the service's database.
 *
 * @param service the publishing service
 */
public record SnapshotRequests(Instance service) {

	private static final String RUNS = "snapshots";

	/** Requests a snapshot of some types for a queue. */
	void request(String queue, List<String> types) {
		try (var mongo = MongoClients.create(this.service.servers().mongoUri())) {
			mongo.getDatabase(this.service.name())
				.getCollection(RUNS)
				.insertOne(new Document("_id", UlidCreator.getUlid().toString()).append("queue", queue)
					.append("running", true)
					.append("types", types)
					.append("sent", 0L)
					.append("by", "a drill")
					.append("correlationId", UlidCreator.getUlid().toString())
					.append("startedAt", Instant.now()));
		}
	}

	/** Removes the requests for a queue. */
	public void remove(String queue) {
		try (var mongo = MongoClients.create(this.service.servers().mongoUri())) {
			mongo.getDatabase(this.service.name()).getCollection(RUNS).deleteMany(Filters.eq("queue", queue));
		}
	}

	/** Checks whether all requested snapshots were sent. */
	public boolean areComplete() {
		try (var mongo = MongoClients.create(this.service.servers().mongoUri())) {
			return mongo.getDatabase(this.service.name())
				.getCollection(RUNS)
				.countDocuments(Filters.eq("running", true), new CountOptions().limit(1)) == 0;
		}
	}

}
