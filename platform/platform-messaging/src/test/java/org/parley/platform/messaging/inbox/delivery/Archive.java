package org.parley.platform.messaging.inbox.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.bson.Document;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The effects of the test handlers: each one is a document, followed by an action of the
 * test.
 */
class Archive {

	private final MongoOperations mongo;

	private final Map<String, IntConsumer> actions = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();

	private final Semaphore news = new Semaphore(0);

	Archive(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Sets the action after an event's effect and before its commit; it gets the attempt,
	 * from 1 on.
	 */
	void when(String event, IntConsumer action) {
		this.actions.put(event, action);
	}

	/** Removes all actions. */
	void forget() {
		this.actions.clear();
	}

	void keep(Article article, EventEnvelope event) {
		this.mongo.insert(new Document("_id", Ids.next()).append("event", event.id()), "effects");
		var count = this.tries.computeIfAbsent(event.id(), (_) -> new AtomicInteger()).incrementAndGet();
		this.actions.getOrDefault(event.id(), (_) -> {
		}).accept(count);
		this.order.add(article.number());
	}

	long effectsOf(String event) {
		return this.mongo.count(new Query(Criteria.where("event").is(event)), "effects");
	}

	int triesOf(String event) {
		return this.tries.getOrDefault(event, new AtomicInteger()).get();
	}

	ConcurrentLinkedQueue<Integer> order() {
		return this.order;
	}

	Semaphore news() {
		return this.news;
	}

}
