package org.parley.resilience.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.VoteScore;
import org.parley.resilience.ledger.WitnessRecord;
import org.parley.resilience.ledger.WitnessRecord.Applied;
import org.parley.system.Instance;

/** The database of a witness with the applied events. */
public final class WitnessDatabase implements AutoCloseable {

	private final MongoClient client;

	private final MongoDatabase database;

	/** Opens the database with the witness's own user. */
	public WitnessDatabase(Instance witness) {
		this.client = MongoClients.create(witness.servers().mongoUri());
		this.database = this.client.getDatabase(witness.name().replaceFirst("-2$", ""));
	}

	/** Returns the number of applied events. */
	public long countApplied() {
		return testimonies().countDocuments();
	}

	/** Returns the ids of the applied events. */
	public List<String> eventIds() {
		return testimonies().find().map((testimony) -> testimony.getString("eventId")).into(new ArrayList<>());
	}

	/**
	 * Returns the events applied since then, in the order of the database's clock.
	 * @param deliveries the number of deliveries
	 */
	public WitnessRecord since(Instant start, long deliveries) {
		var applied = testimonies().find(Filters.gte("applied", Date.from(start)))
			.sort(Sorts.ascending("at"))
			.map(WitnessDatabase::applied)
			.into(new ArrayList<>());
		var scores = projection("scores").stream()
			.collect(Collectors.toMap((score) -> score.getString("_id"),
					(score) -> new VoteScore(score.getInteger("up"), score.getInteger("down"))));
		return new WitnessRecord(applied, scores, deliveries);
	}

	private static Applied applied(Document testimony) {
		return new Applied(new LedgerEffect(testimony.getString("type"), testimony.getString("subject"),
				testimony.getLong("version")), testimony.getString("key"), instant(testimony, "applied"));
	}

	private static Instant instant(Document testimony, String field) {
		return testimony.getDate(field).toInstant();
	}

	/** Returns a projection's documents, which can be compared with another witness's. */
	public List<Document> projection(String collection) {
		return this.database.getCollection(collection).find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
	}

	/** Returns the dead letters. */
	public List<Document> deadLetters() {
		return this.database.getCollection("dead_letters").find().into(new ArrayList<>());
	}

	void drop() {
		this.database.drop();
	}

	private MongoCollection<Document> testimonies() {
		return this.database.getCollection("testimonies");
	}

	@Override
	public void close() {
		this.client.close();
	}

}
