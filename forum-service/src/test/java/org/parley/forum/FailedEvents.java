package org.parley.forum;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Creates events that cannot be consumed or sent. */
@TestComponent
class FailedEvents {

	/** The queue of the dead letters. */
	static final String QUEUE = "forum_members";

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final MongoTemplate mongo;

	FailedEvents(RabbitTemplate rabbit, AmqpAdmin broker, MongoTemplate mongo) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.mongo = mongo;
	}

	/** Creates a dead letter from an invalid event and returns its id. */
	String createDeadLetter() {
		awaitUntil(this::hasConsumer);
		var id = Ids.next();
		var event = event("user.registered", id, Instant.now()).replaceFirst("\"version\": 0", "\"version\": \"none\"");
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN,
				MessageBuilder.withBody(event.getBytes(StandardCharsets.UTF_8)).build());
		var letter = QUEUE + ":" + id;
		awaitUntil(() -> this.mongo.getCollection("dead_letters").countDocuments(new Document("_id", letter)) == 1);
		return letter;
	}

	long countDeadLetters() {
		return this.mongo.getCollection("dead_letters").countDocuments();
	}

	/** Creates an event that the broker has refused too often and returns its id. */
	String createParkedEvent(String type) {
		var now = Instant.now();
		var id = Ids.next();
		this.mongo.insert(new Document("_id", id).append("at", new BsonTimestamp(0, 0))
			.append("partition", 0)
			.append("partitionKey", id)
			.append("type", type)
			.append("time", now)
			.append("envelope", event(type, id, now))
			.append("state", "PARKED")
			.append("attempts", 10)
			.append("refusal", "312 NO_ROUTE")
			.append("parkedAt", now), "outbox");
		return id;
	}

	long countUnsentEvents() {
		return this.mongo.getCollection("outbox").countDocuments();
	}

	/** Returns the example of a type with a new id and time and without other times. */
	private static String event(String type, String id, Instant time) {
		return EventContract.example(type)
			.replaceAll("\"\\d{4}-[^\"]+Z\"", "\"" + MILLIS.format(time) + "\"")
			.replaceFirst("\"id\": \"\\w+\"", "\"id\": \"" + id + "\"");
	}

	private boolean hasConsumer() {
		var queue = this.broker.getQueueInfo(QUEUE);
		return queue != null && queue.getConsumerCount() > 0;
	}

	private static void awaitUntil(Callable<Boolean> arrived) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(arrived);
	}

}
