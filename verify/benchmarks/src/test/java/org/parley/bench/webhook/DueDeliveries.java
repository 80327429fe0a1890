package org.parley.bench.webhook;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;

/** Deliveries in the database of webhook-service that are due at one moment. */
final class DueDeliveries implements AutoCloseable {

	private static final String SERVICE = "webhook-service";

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final MongoClient client;

	DueDeliveries(Checkout checkout) {
		this.client = MongoClients.create(checkout.serversOf(SERVICE).mongoUri());
	}

	/** Adds deliveries about posts of a category to a subscription. */
	void add(String subscription, String category, int count, Instant due) {
		deliveries().insertMany(
				IntStream.range(0, count).mapToObj((number) -> delivery(subscription, category, number, due)).toList());
	}

	/** The number of deliveries of a subscription with a status. */
	long count(String subscription, String status) {
		return deliveries()
			.countDocuments(Filters.and(Filters.eq("subscription", subscription), Filters.eq("status", status)));
	}

	private MongoCollection<Document> deliveries() {
		return this.client.getDatabase(SERVICE).getCollection("deliveries");
	}

	private static Document delivery(String subscription, String category, int number, Instant due) {
		var post = id(subscription, number);
		var author = id(subscription, 30_000 + number % 100);
		var about = new Document("source", "FORUM").append("category", category)
			.append("thread", id(subscription, 20_000 + number % 50))
			.append("post", post)
			.append("content", true)
			.append("authors", List.of(author))
			.append("tags", List.of());
		var payload = """
				{"type":"post.created","timestamp":"%s","data":{"post":{"id":"%s","number":2,"author":{"id":"%s",\
				"username":"bench"},"content":"%s"},"thread":{"id":"%s","title":"How long does it take?"}}}"""
			.formatted(due, post, author, "The first tomatoes are ripe. ".repeat(15), about.get("thread"));
		var message = new Document("_id", post).append("type", "post.created")
			.append("at", Date.from(due))
			.append("about", about)
			.append("people", List.of(author))
			.append("payload", payload);
		return new Document("_id", post).append("subscription", subscription)
			.append("message", message)
			.append("status", "WAITING")
			.append("tries", 0)
			.append("nextAt", Date.from(due))
			.append("attempts", List.of())
			.append("createdAt", Date.from(due));
	}

	/** An id with the time of the subscription. */
	private static String id(String subscription, int number) {
		var end = new StringBuilder();
		for (int rest = number, i = 0; i < 4; i++, rest /= ALPHABET.length()) {
			end.insert(0, ALPHABET.charAt(rest % ALPHABET.length()));
		}
		return subscription.substring(0, 22) + end;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
