package org.parley.platform.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.parley.contracts.ParleyEvent;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that lends books, on real servers, with an empty outbox. */
@SpringBootTest(classes = LibraryIT.Library.class,
		properties = { "spring.application.name=library-service", "spring.rabbitmq.publisher-confirm-type=correlated",
				"spring.rabbitmq.publisher-returns=true",
				"parley.events.keys.reader-service=b25lIGtleSBvbmx5IGZvciB0ZXN0cywgMzIgYnl0ZXM=" })
@AutoConfigureMockMvc
@LocalStackTest
abstract class LibraryIT {

	static final String QUEUE = "readers";

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	AmqpAdmin broker;

	@Autowired
	RabbitTemplate rabbit;

	@Autowired
	MongoTemplate mongo;

	@Autowired
	JsonMapper json;

	@Autowired
	@Qualifier("outboxRelay")
	ClusterLoop relay;

	@Autowired
	OutboxRecords records;

	@Autowired
	RecordedCommits commits;

	@BeforeEach
	void nothingWaits() {
		this.relay.stop();
		this.mongo.remove(new Query(), OutboxRecord.class);
		this.broker.initialize();
		this.broker.purgeQueue(QUEUE);
		this.relay.start();
	}

	void publish(ParleyEvent... published) {
		inTransaction(() -> List.of(published).forEach(this.events::publishEvent));
	}

	void inTransaction(Runnable change) {
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> change.run());
	}

	/** A consumer that records every delivery. */
	List<JsonNode> hear(int count) {
		return hear(QUEUE, count);
	}

	List<JsonNode> hear(String queue, int count) {
		var heard = new ArrayList<JsonNode>();
		while (heard.size() < count) {
			var event = next(queue, 10_000);
			if (event == null) {
				throw new AssertionError("Received %d of %d events".formatted(heard.size(), count));
			}
			if (heard.stream().noneMatch((known) -> known.get("id").equals(event.get("id")))) {
				heard.add(event);
			}
		}
		return heard;
	}

	@Nullable JsonNode next(long timeout) {
		return next(QUEUE, timeout);
	}

	private @Nullable JsonNode next(String queue, long timeout) {
		var message = this.rabbit.receive(queue, timeout);
		return (message != null) ? this.json.readTree(new String(message.getBody(), StandardCharsets.UTF_8)) : null;
	}

	static int numberOf(JsonNode event) {
		return event.get("data").get("number").intValue();
	}

	static String keyOf(JsonNode event) {
		return event.get("partitionkey").stringValue();
	}

	List<OutboxRecord> kept() {
		return this.mongo.find(new Query().with(Sort.by("at")), OutboxRecord.class);
	}

	OutboxRecord only() {
		return kept().getFirst();
	}

	@Configuration
	@EnableAutoConfiguration
	static class Library {

		@Bean
		RecordedCommits recordedCommits() {
			return new RecordedCommits();
		}

	}

	/** The ids of committed events, in the order of their commits. */
	static final class RecordedCommits implements CommitListener {

		final List<String> ids = new CopyOnWriteArrayList<>();

		@Override
		public void committed(String eventId) {
			this.ids.add(eventId);
		}

	}

}
