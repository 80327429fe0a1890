package org.parley.webhook.delivery.ending;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.mongo.cluster.MongoDueRecords;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stopped subscriptions whose deliveries are not ended yet. */
@Component
class StoppedSubscriptions extends MongoDueRecords<StoppedSubscription> {

	private static final Duration RETRY_DELAY = Duration.ofSeconds(30);

	private static final String DUE = "dueAt";

	private final MongoOperations mongo;

	private final InstantSource clock;

	StoppedSubscriptions(MongoOperations mongo, InstantSource clock) {
		super(mongo, StoppedSubscription.class, DUE, clock);
		this.mongo = mongo;
		this.clock = clock;
	}

	void add(String subscription) {
		this.mongo.save(new StoppedSubscription(subscription, this.clock.instant()));
	}

	/** Removes a subscription, unless it was stopped again meanwhile. */
	void remove(StoppedSubscription ended) {
		this.mongo.remove(sameAs(ended), StoppedSubscription.class);
	}

	@Override
	public void postpone(StoppedSubscription due) {
		this.mongo.updateFirst(sameAs(due), Update.update(DUE, this.clock.instant().plus(RETRY_DELAY)),
				StoppedSubscription.class);
	}

	private static Query sameAs(StoppedSubscription found) {
		return new Query(Criteria.where("_id").is(found.id()).and(DUE).is(found.dueAt()));
	}

}
