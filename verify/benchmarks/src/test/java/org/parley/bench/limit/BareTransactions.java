package org.parley.bench.limit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;

/**
 * Transactions of two inserts, as a post and its event, in a database of its own with the
 * write concern of the services.
 */
final class BareTransactions implements AutoCloseable {

	private static final String NAME = "bare-limits";

	private static final String TEXT = "The second shift found the same fault that the first had written down. "
		.repeat(5);

	private final MongoClient client;

	private final MongoDatabase database;

	BareTransactions(Checkout checkout) {
		this.client = MongoClients.create(checkout.serversOf(NAME).mongoUri());
		this.database = this.client.getDatabase(NAME);
		this.database.drop();
		this.database.createCollection("posts");
		this.database.createCollection("events");
	}

	/** Commits one transaction. */
	void commit() {
		try (var session = this.client.startSession()) {
			session.withTransaction(() -> {
				this.database.getCollection("posts").insertOne(session, new Document("text", TEXT));
				return this.database.getCollection("events").insertOne(session, new Document("text", TEXT + TEXT));
			});
		}
	}

	@Override
	public void close() {
		this.database.drop();
		this.client.close();
	}

}
