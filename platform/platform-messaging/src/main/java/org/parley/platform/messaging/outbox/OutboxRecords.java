package org.parley.platform.messaging.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.mongodb.ReadConcern;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.outbox.OutboxRecord.State;
import org.parley.platform.mongo.transaction.BatchedInserts;
import org.parley.platform.web.paging.Cursor;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The repository of the outbox. Only the holder of a partition updates its records. */
public class OutboxRecords {

	private static final List<State> STOPPED = List.of(State.HELD, State.PARKED);

	private static final List<Integer> EVERYWHERE = IntStream.range(0, OutboxRecord.PARTITIONS).boxed().toList();

	private final MongoOperations mongo;

	private final BatchedInserts inserts;

	public OutboxRecords(MongoOperations mongo, BatchedInserts inserts) {
		this.mongo = mongo;
		this.inserts = inserts;
	}

	void insert(OutboxRecord event) {
		this.inserts.insert(event);
	}

	/**
	 * Finds records that may be sent, oldest first, from majority-committed data only.
	 */
	public List<OutboxRecord> waiting(Set<Integer> partitions, int limit) {
		var waiting = in(List.of(State.WAITING), partitions).with(Sort.by("at")).limit(Limit.of(limit));
		return this.mongo.find(waiting.withReadConcern(ReadConcern.MAJORITY), OutboxRecord.class);
	}

	/** Finds records that may be sent and were stored after a time, oldest first. */
	public List<OutboxRecord> waitingAfter(BsonTimestamp time, Set<Integer> partitions, int limit) {
		var waiting = in(List.of(State.WAITING), partitions).addCriteria(Criteria.where("at").gt(time))
			.with(Sort.by("at"))
			.limit(Limit.of(limit));
		return this.mongo.find(waiting.withReadConcern(ReadConcern.MAJORITY), OutboxRecord.class);
	}

	/** Whether any record is to be sent or held. */
	public boolean hasUnsent() {
		return this.mongo.exists(in(List.of(State.WAITING, State.HELD), EVERYWHERE), OutboxRecord.class);
	}

	/** Whether any record is parked or held. */
	public boolean hasStopped(Set<Integer> partitions) {
		return this.mongo.exists(in(STOPPED, partitions), OutboxRecord.class);
	}

	/** The earliest parked or held record of each key, for keys that have one. */
	public Map<String, BsonTimestamp> stopped(Collection<String> keys) {
		var stopped = Criteria.where("partitionKey").in(keys).and("state").in(STOPPED);
		var earliest = Aggregation.newAggregation(Aggregation.match(stopped),
				Aggregation.group("partitionKey").min("at").as("at"));
		return this.mongo.aggregate(earliest, OutboxRecord.class, Document.class)
			.getMappedResults()
			.stream()
			.collect(Collectors.toMap((found) -> found.getString("_id"),
					(found) -> found.get("at", BsonTimestamp.class)));
	}

	public void hold(List<OutboxRecord> events) {
		this.mongo.updateMulti(these(events), Update.update("state", State.HELD), OutboxRecord.class);
	}

	public void remove(List<OutboxRecord> events) {
		this.mongo.remove(these(events), OutboxRecord.class);
	}

	/** Records a refusal of the broker; the event is retried. */
	public void recordRefusal(OutboxRecord event, String why) {
		this.mongo.updateFirst(these(List.of(event)), new Update().inc("attempts", 1).set("refusal", why),
				OutboxRecord.class);
	}

	/** Parks an event after its last refusal. */
	public void park(OutboxRecord event, String why, Instant now) {
		this.mongo.updateFirst(these(List.of(event)),
				new Update().inc("attempts", 1).set("refusal", why).set("state", State.PARKED).set("parkedAt", now),
				OutboxRecord.class);
	}

	/** Releases held events whose key no longer has a parked event. */
	public void release(Set<Integer> partitions) {
		var parked = this.mongo.findDistinct(in(List.of(State.PARKED), partitions), "partitionKey", OutboxRecord.class,
				String.class);
		var free = in(List.of(State.HELD), partitions).addCriteria(Criteria.where("partitionKey").nin(parked));
		this.mongo.updateMulti(free, Update.update("state", State.WAITING), OutboxRecord.class);
	}

	/** Finds parked events in order, forwards or backwards from a cursor. */
	List<OutboxRecord> parked(@Nullable Cursor from, int limit) {
		var back = from != null && from.backwards();
		var place = Criteria.where("state").in(List.of(State.PARKED)).and("partition").in(EVERYWHERE);
		if (from != null) {
			var edge = new BsonTimestamp(from.number(0));
			place = back ? place.and("at").lt(edge) : place.and("at").gt(edge);
		}
		return this.mongo.find(new Query(place).with(Sort.by(back ? Sort.Direction.DESC : Sort.Direction.ASC, "at"))
			.limit(Limit.of(limit)), OutboxRecord.class);
	}

	/** Makes a parked event ready to be sent; empty when no such event is parked. */
	Optional<OutboxRecord> retry(String id) {
		return Optional.ofNullable(this.mongo.findAndModify(parked(id),
				Update.update("state", State.WAITING).set("attempts", 0).unset("parkedAt"), OutboxRecord.class));
	}

	/** Deletes a parked event; empty when no such event is parked. */
	Optional<OutboxRecord> drop(String id) {
		return Optional.ofNullable(this.mongo.findAndRemove(parked(id), OutboxRecord.class));
	}

	/** The oldest record in any state. */
	Optional<OutboxRecord> oldest() {
		return Optional.ofNullable(this.mongo.findOne(
				in(List.of(State.values()), EVERYWHERE).with(Sort.by("at")).limit(Limit.of(1)), OutboxRecord.class));
	}

	long count(State state) {
		return this.mongo.count(new Query(Criteria.where("state").is(state)), OutboxRecord.class);
	}

	/** Not the estimate, which is wrong after a crash of MongoDB. */
	long count() {
		return this.mongo.count(new Query(), OutboxRecord.class);
	}

	private static Query parked(String id) {
		return new Query(Criteria.where("_id").is(id).and("state").is(State.PARKED));
	}

	private static Query in(Collection<State> states, Collection<Integer> partitions) {
		return new Query(Criteria.where("state").in(states).and("partition").in(partitions));
	}

	private static Query these(List<OutboxRecord> events) {
		return new Query(Criteria.where("_id").in(events.stream().map(OutboxRecord::id).toList()));
	}

}
