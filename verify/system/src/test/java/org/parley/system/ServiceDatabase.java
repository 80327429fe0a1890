package org.parley.system;

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

/** Read access to a service's database with the service's own user. */
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
		return collection(collection).countDocuments(filter, new CountOptions().limit(1)) == 0;
	}

	public long estimateCount(String collection) {
		return collection(collection).estimatedDocumentCount();
	}

	public List<Document> find(String collection, Bson filter, String... fields) {
		return collection(collection).find(filter).projection(Projections.include(fields)).into(new ArrayList<>());
	}

	/** Counts documents grouped by a field, which may be one of an embedded document. */
	public Map<String, Long> countBy(String collection, String field, Bson filter) {
		var path = List.of(field.split("\\.", -1));
		return find(collection, filter, field).stream()
			.collect(Collectors.groupingBy((document) -> document.getEmbedded(path, String.class),
					Collectors.counting()));
	}

	/** Returns a filter for documents created since then, by their ULID. */
	public static Bson createdSince(Instant start) {
		return Filters.gte("_id", new Ulid(start.toEpochMilli() << 16, 0).toString());
	}

	private MongoCollection<Document> collection(String collection) {
		return this.client.getDatabase(this.service).getCollection(collection);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
