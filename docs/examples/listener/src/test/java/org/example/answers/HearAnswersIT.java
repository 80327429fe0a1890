package org.example.answers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The example on a real broker, with the published examples of the events. */
@SpringBootTest
@LocalStackTest
class HearAnswersIT {

	private static final String EXCHANGE = "forum.events";

	private static final String DEAD_LETTERS = "answers_board.dlq";

	private static final JsonMapper JSON = JsonMapper.shared();

	@Autowired
	private UnreliableAnswers acceptedAnswers;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void repeatedAndOverdueEventsHaveNoEffect() {
		var accepted = event("answer.accepted", "thread-1", "bob", 2);
		send(accepted);
		send(accepted);
		await().untilAsserted(() -> assertThat(this.acceptedAnswers.countOf("bob")).isOne());
		send(event("answer.withdrawn", "thread-1", "bob", 3));
		await().untilAsserted(() -> assertThat(this.acceptedAnswers.countOf("bob")).isZero());
		send(accepted);
		send(event("answer.accepted", "thread-2", "carol", 2));
		await().untilAsserted(() -> assertThat(this.acceptedAnswers.countOf("carol")).isOne());
		assertThat(this.acceptedAnswers.countOf("bob")).isZero();
	}

	@Test
	void outageOfDatabaseLosesNoEvent() {
		this.acceptedAnswers.failures.set(4);
		send(event("answer.accepted", "thread-3", "dave", 2));
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.acceptedAnswers.countOf("dave")).isOne());
		assertThat(this.acceptedAnswers.failures).hasValueLessThanOrEqualTo(0);
		assertThat(this.rabbit.receive(DEAD_LETTERS)).isNull();
	}

	@Test
	void unreadableEventIsDeadLetterAndOthersContinue() {
		this.rabbit.send(EXCHANGE, "answer.accepted",
				MessageBuilder.withBody("{\"type\": 1".getBytes(StandardCharsets.UTF_8))
					.setContentType("application/cloudevents+json")
					.build());
		send(event("answer.accepted", "thread-4", "erin", 2));
		await().untilAsserted(() -> assertThat(this.acceptedAnswers.countOf("erin")).isOne());
		var letter = Objects.requireNonNull(this.rabbit.receive(DEAD_LETTERS, 10_000));
		assertThat(new String(letter.getBody(), StandardCharsets.UTF_8)).isEqualTo("{\"type\": 1");
		assertThat(letter.getMessageProperties().getHeaders()).doesNotContainKey("x-exception-stacktrace");
	}

	/** The broker refuses to declare a queue again with other arguments. */
	@Test
	void brokerKeepsDeadLettersUntilTheyAreStored() {
		var expected = QueueBuilder.durable("answers_board")
			.quorum()
			.deliveryLimit(-1)
			.singleActiveConsumer()
			.overflow(QueueBuilder.Overflow.rejectPublish)
			.deadLetterExchange("answers_board.dlx")
			.deadLetterRoutingKey("answers_board")
			.withArgument("x-dead-letter-strategy", "at-least-once")
			.build();
		assertThat(this.broker.declareQueue(expected)).isEqualTo("answers_board");
	}

	private void send(String event) {
		this.rabbit.send(EXCHANGE, JSON.readTree(event).path("type").asString(),
				MessageBuilder.withBody(event.getBytes(StandardCharsets.UTF_8))
					.setContentType("application/cloudevents+json")
					.build());
	}

	private static String event(String type, String thread, String author, long version) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		((ObjectNode) event.at("/data/thread")).put("id", thread).put("version", version);
		((ObjectNode) event.at("/data/post/author")).put("id", author);
		return event.toString();
	}

	/** As if the database were away for some calls. */
	static class UnreliableAnswers extends AcceptedAnswers {

		private final AtomicInteger failures = new AtomicInteger();

		UnreliableAnswers(MongoOperations mongo) {
			super(mongo);
		}

		@Override
		void apply(AnswerEvent event) {
			if (this.failures.getAndDecrement() > 0) {
				throw new DataAccessResourceFailureException("The database is away");
			}
			super.apply(event);
		}

	}

	/** The topology that forum-service has declared. */
	@TestConfiguration
	static class Forum {

		@Bean
		TopicExchange forumEvents() {
			return new TopicExchange(EXCHANGE);
		}

		@Bean
		@Primary
		UnreliableAnswers unreliableAnswers(MongoOperations mongo) {
			return new UnreliableAnswers(mongo);
		}

	}

}
