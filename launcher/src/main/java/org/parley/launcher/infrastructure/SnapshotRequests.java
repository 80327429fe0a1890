package org.parley.launcher.infrastructure;

import java.time.Instant;
import java.util.List;

import com.github.f4b6a3.ulid.UlidCreator;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.launcher.process.Instance;

/**
 * Lets a service tell a queue anew all that there is. Administrators ask for it through
 * the API, which knows only the queues of production; here it is written where the
 * service finds what it was asked for.
 *
 * @param service that tells
 */
public record SnapshotRequests(Instance service) {

	private static final String RUNS = "snapshots";

	/** Asks for it. */
	public void ask(String queue, List<String> types) {
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

	/** Whether all was told. */
	public boolean areDone() {
		try (var mongo = MongoClients.create(this.service.servers().mongoUri())) {
			return mongo.getDatabase(this.service.name())
				.getCollection(RUNS)
				.countDocuments(Filters.eq("running", true), new CountOptions().limit(1)) == 0;
		}
	}

}
