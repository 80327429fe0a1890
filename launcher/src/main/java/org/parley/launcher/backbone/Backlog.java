package org.parley.launcher.backbone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.parley.launcher.Instance;

/** The events of a service that wait to be sent. */
public final class Backlog implements AutoCloseable {

	private final MongoClient client;

	private final MongoDatabase database;

	/** Opened as the service's own user. */
	public Backlog(Instance service) {
		this.client = MongoClients.create(service.servers().mongoUri());
		this.database = this.client.getDatabase(service.name());
	}

	/** How many there are. */
	public long events() {
		return this.database.getCollection("outbox").countDocuments();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
