package org.parley.platform.events.outbox;

import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Sends what the {@link Outbox} keeps, in order, and removes what the broker confirmed. A
 * record may be sent twice, when a crash comes between the two: listeners know events by
 * their id.
 */
class OutboxRelay implements ClusterLoop.Work {

	private static final Limit BATCH = Limit.of(200);

	private final MongoOperations mongo;

	private final Publisher publisher;

	OutboxRelay(MongoOperations mongo, Publisher publisher) {
		this.mongo = mongo;
		this.publisher = publisher;
	}

	@Override
	public boolean waits() {
		return this.mongo.exists(new Query(), OutboxRecord.class);
	}

	@Override
	public boolean doBatch() {
		var waiting = this.mongo.find(new Query().with(Sort.by("_id")).limit(BATCH), OutboxRecord.class);
		var sent = waiting.subList(0, this.publisher.publish(waiting)).stream().map(OutboxRecord::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(sent)), OutboxRecord.class);
		return sent.size() == BATCH.max();
	}

}
