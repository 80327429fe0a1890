package org.parley.launcher.infrastructure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.Ulid;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.parley.localstack.tenant.TenantServers;

/** The database of a service, read as the service's own user. */
public final class ServiceDatabase implements AutoCloseable {

	private final String service;

	private final MongoClient client;

	public ServiceDatabase(String service, TenantServers servers) {
		this.service = service;
		this.client = MongoClients.create(servers.mongoUri());
	}

	public boolean isEmpty(String collection) {
		return isEmpty(collection, Filters.empty());
	}

	public boolean isEmpty(String collection, Bson filter) {
		return in(collection).countDocuments(filter, new CountOptions().limit(1)) == 0;
	}

	/** About how many documents there are. */
	public long size(String collection) {
		return in(collection).estimatedDocumentCount();
	}

	public List<Document> find(String collection, Bson filter, String... fields) {
		return in(collection).find(filter).projection(Projections.include(fields)).into(new ArrayList<>());
	}

	/** How many documents there are, by one of their fields. */
	public Map<String, Long> count(String collection, String field, Bson filter) {
		return find(collection, filter, field).stream()
			.collect(Collectors.groupingBy((document) -> document.getString(field), Collectors.counting()));
	}

	/** Only what got its id since then. */
	public static Bson since(Instant start) {
		return Filters.gte("_id", new Ulid(start.toEpochMilli() << 16, 0).toString());
	}

	private MongoCollection<Document> in(String collection) {
		return this.client.getDatabase(this.service).getCollection(collection);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
