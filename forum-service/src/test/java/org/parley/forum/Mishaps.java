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
import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes events that cannot be handled or sent, for those who look after them. */
@TestComponent
class Mishaps {

	/** Where the letters come from. */
	static final String QUEUE = "forum_members";

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final MongoTemplate mongo;

	Mishaps(RabbitTemplate rabbit, AmqpAdmin broker, MongoTemplate mongo) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.mongo = mongo;
	}

	/**
	 * The id of a dead letter: an event that no service would send, so it is put aside at
	 * once.
	 */
	String letter() {
		until(this::isHeard);
		var id = Ids.next();
		var event = event("user.registered", id, Instant.now()).replaceFirst("\"version\": 0", "\"version\": \"none\"");
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN,
				MessageBuilder.withBody(event.getBytes(StandardCharsets.UTF_8)).build());
		var letter = QUEUE + ":" + id;
		until(() -> this.mongo.getCollection("dead_letters").countDocuments(new Document("_id", letter)) == 1);
		return letter;
	}

	long letters() {
		return this.mongo.getCollection("dead_letters").countDocuments();
	}

	/** The id of an event that the broker has refused too often. */
	String parked(String type) {
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

	long unsent() {
		return this.mongo.getCollection("outbox").countDocuments();
	}

	/** The example of a type with an id and a time of its own, and no other times. */
	private static String event(String type, String id, Instant time) {
		return EventContract.example(type)
			.replaceAll("\"\\d{4}-[^\"]+Z\"", "\"" + MILLIS.format(time) + "\"")
			.replaceFirst("\"id\": \"\\w+\"", "\"id\": \"" + id + "\"");
	}

	private boolean isHeard() {
		var queue = this.broker.getQueueInfo(QUEUE);
		return queue != null && queue.getConsumerCount() > 0;
	}

	private static void until(Callable<Boolean> arrived) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(arrived);
	}

}
