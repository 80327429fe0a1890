package org.parley.bench.system;

import java.time.Instant;
import java.util.Date;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;

/** Texts that wait for a check, written to the database of moderation-service. */
final class WaitingChecks implements AutoCloseable {

	private static final String SERVICE = "moderation-service";

	private static final String PREFIX = "bench-";

	private final MongoClient mongo;

	private final MongoCollection<Document> checks;

	private int number;

	WaitingChecks(Checkout checkout) {
		this.mongo = MongoClients.create(checkout.serversOf(SERVICE).mongoUri());
		this.checks = this.mongo.getDatabase(SERVICE).getCollection("checks");
		remove();
	}

	/** Adds texts by different authors. */
	void add(int count) {
		this.checks.insertMany(IntStream.range(0, count).mapToObj((_) -> text()).toList());
	}

	/** Adds a text; returns its id. */
	String addOne() {
		var text = text();
		this.checks.insertOne(text);
		return text.getString("_id");
	}

	/** Returns the number of texts without a verdict. */
	long count() {
		return this.checks.countDocuments(Filters.and(Filters.regex("_id", "^" + PREFIX), Filters.ne("stage", "DONE")));
	}

	boolean hasVerdict(String id) {
		return this.checks.countDocuments(Filters.and(Filters.eq("_id", id), Filters.exists("judgement"))) == 1;
	}

	void remove() {
		this.checks.deleteMany(Filters.regex("_id", "^" + PREFIX));
	}

	private Document text() {
		var id = PREFIX + this.number++;
		var now = Date.from(Instant.now());
		var author = new Document("_id", id).append("username", id).append("displayName", id);
		var category = new Document("_id", "01KAG2W0K2M4N6P8Q0R2S4T6V8").append("slug", "gardening");
		return new Document("_id", id)
			.append("post", new Document("_id", id).append("number", 2).append("author", author))
			.append("thread",
					new Document("_id", id).append("slug", "t")
						.append("title", "T")
						.append("category", category)
						.append("author", author))
			.append("revision", new Document("post", 0L).append("title", 0L))
			.append("content", "Did yours ripen? " + id)
			.append("textHash", "")
			.append("stage", "FIRST")
			.append("due", now)
			.append("since", now)
			.append("arrivedAt", now)
			.append("suspected", false)
			.append("attempts", 0)
			.append("correlationId", id);
	}

	@Override
	public void close() {
		remove();
		this.mongo.close();
	}

}
