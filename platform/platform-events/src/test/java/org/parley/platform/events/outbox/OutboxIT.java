package org.parley.platform.events.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.web.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@SpringBootTest(
		properties = { "spring.application.name=library-service", "spring.rabbitmq.publisher-confirm-type=correlated" })
@LocalStackTest
class OutboxIT {

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private AmqpAdmin broker;

	private final TopicExchange exchange = new TopicExchange("library.events");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private JsonMapper json;

	@Autowired
	private ClusterLoop relay;

	private Queue queue = new Queue("none");

	@BeforeEach
	void listen() {
		this.queue = new Queue(Ids.next());
		this.broker.declareExchange(this.exchange);
		this.broker.declareQueue(this.queue);
		this.broker.declareBinding(BindingBuilder.bind(this.queue).to(this.exchange).with("book.*"));
	}

	@Test
	void whatIsCommittedIsHeardInItsOrderAndLeavesTheOutbox() {
		for (int i = 0; i < 300; i++) {
			var number = i;
			inTransaction(() -> this.events.publishEvent(new BookLent("shelf-1", number)));
		}
		var heard = hear(300);
		assertThat(heard).extracting((event) -> event.get("data").get("number").intValue())
			.isSorted()
			.doesNotHaveDuplicates();
		await().untilAsserted(() -> assertThat(this.mongo.count(new Query(), OutboxRecord.class)).isZero());
	}

	@Test
	void theEnvelopeIsACloudEvent() {
		inTransaction(() -> this.events.publishEvent(new BookLent("shelf-2", 7)));
		var event = hear(1).getFirst();
		assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
		assertThat(event.get("type").stringValue()).isEqualTo("book.lent");
		assertThat(event.get("source").stringValue()).isEqualTo("library-service");
		assertThat(event.get("subject").stringValue()).isEqualTo("book-7");
		assertThat(event.get("partitionkey").stringValue()).isEqualTo("shelf-2");
		assertThat(event.get("data").propertyNames()).containsExactlyInAnyOrder("shelf", "number");
		assertThat(Instant.parse(event.get("time").stringValue())).isBefore(InstantSource.system().instant());
	}

	@Test
	void whatIsRolledBackIsNeverHeard() {
		assertThatThrownBy(() -> inTransaction(() -> {
			this.events.publishEvent(new BookLent("shelf-3", 1));
			throw new IllegalStateException("changed our mind");
		})).hasMessage("changed our mind");
		inTransaction(() -> this.events.publishEvent(new BookLent("shelf-3", 2)));
		assertThat(hear(1).getFirst().get("data").get("number").intValue()).isEqualTo(2);
	}

	@Test
	void anEventOutsideOfATransactionIsRefused() {
		assertThatThrownBy(() -> this.events.publishEvent(new BookLent("shelf-4", 1)))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void whatWasKeptBeforeAStopIsSentAfterIt() {
		this.relay.stop();
		inTransaction(() -> this.events.publishEvent(new BookLent("shelf-5", 1)));
		assertThat(this.rabbit.receive(this.queue.getName(), 200)).isNull();
		this.relay.start();
		assertThat(hear(1).getFirst().get("partitionkey").stringValue()).isEqualTo("shelf-5");
	}

	@Test
	void oneInstanceHoldsALeaseUntilItEnds() {
		var now = InstantSource.system().instant();
		var first = new Lease(this.mongo, InstantSource.fixed(now), "work", "first");
		var second = new Lease(this.mongo, InstantSource.fixed(now), "work", "second");
		assertThat(first.acquire()).isTrue();
		assertThat(first.acquire()).isTrue();
		assertThat(second.acquire()).isFalse();
		var later = new Lease(this.mongo, InstantSource.fixed(now.plus(Duration.ofSeconds(11))), "work", "second");
		assertThat(later.acquire()).isTrue();
		assertThat(first.acquire()).isFalse();
		later.release();
		assertThat(first.acquire()).isTrue();
	}

	private void inTransaction(Runnable change) {
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> change.run());
	}

	private List<JsonNode> hear(int count) {
		var heard = new ArrayList<JsonNode>();
		while (heard.size() < count) {
			var message = this.rabbit.receive(this.queue.getName(), 10_000);
			if (message == null) {
				throw new AssertionError("Heard %d of %d events".formatted(heard.size(), count));
			}
			heard.add(this.json.readTree(new String(message.getBody(), StandardCharsets.UTF_8)));
		}
		return heard;
	}

	record BookLent(String shelf, int number) implements ParleyEvent {

		@Override
		public String type() {
			return "book.lent";
		}

		@Override
		public String subject() {
			return "book-" + this.number;
		}

		@Override
		public String partitionKey() {
			return this.shelf;
		}

	}

	@Configuration
	@EnableAutoConfiguration
	static class Library {

	}

}
