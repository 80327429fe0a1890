package org.parley.platform.messaging.inbox.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = { "spring.application.name=archive-service",
		"spring.rabbitmq.publisher-confirm-type=correlated", "spring.rabbitmq.publisher-returns=true" })
@LocalStackTest
class InboxIT {

	private static final String SINGLE = "archive";

	private static final String FREE = "clippings";

	@Autowired
	private Archive archive;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private ConfirmedSender sender;

	@Autowired
	private CachingConnectionFactory connections;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JsonMapper json;

	@Autowired
	private QueueListenerLifecycle eventQueueListener;

	private final List<CountDownLatch> latches = new ArrayList<>();

	/** Messages left by a failed rule would affect later tests. */
	@RegisterExtension
	final AfterTestExecutionCallback cleaning = (context) -> {
		if (context.getExecutionException().isPresent()) {
			cleanUp();
		}
	};

	private void cleanUp() {
		this.archive.forget();
		this.latches.forEach(CountDownLatch::countDown);
		this.eventQueueListener.stop();
		this.broker.initialize();
		this.broker.purgeQueue(SINGLE, false);
		this.broker.purgeQueue(FREE, false);
		this.eventQueueListener.start();
	}

	private CountDownLatch latch() {
		var latch = new CountDownLatch(1);
		this.latches.add(latch);
		return latch;
	}

	@BeforeEach
	void nothingIsLeftOfOthers() {
		await().untilAsserted(() -> assertThat(waiting(SINGLE) + waiting(FREE)).isZero());
		this.archive.order().clear();
	}

	@Test
	void concurrentDeliveriesAreAppliedOnce() {
		var event = Ids.next();
		var taken = latch();
		this.archive.when(event, (_) -> pass(taken));
		for (int i = 0; i < 4; i++) {
			send(FREE, event(event, "article.printed", 1));
		}
		await().untilAsserted(() -> assertThat(this.archive.triesOf(event)).isPositive());
		await().untilAsserted(() -> assertThat(waiting(FREE)).isZero());
		taken.countDown();
		await().untilAsserted(() -> assertThat(counted(FREE, "duplicate")).isGreaterThanOrEqualTo(3));
		assertThat(this.archive.effectsOf(event)).isOne();
	}

	@Test
	void laterDeliveryIsAppliedOnce() {
		var event = Ids.next();
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(Ids.next(), "article.printed", 2));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2));
		assertThat(this.archive.effectsOf(event)).isOne();
	}

	@Test
	void handlerIsTriedThreeTimesInOrder() {
		var event = Ids.next();
		this.archive.when(event, (count) -> failUntil(3, count));
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(Ids.next(), "article.pulped", 2));
		send(SINGLE, event(Ids.next(), "article.printed", 3));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2, 3));
		assertThat(this.archive.triesOf(event)).isEqualTo(3);
		assertThat(this.archive.effectsOf(event)).as("effects of failed tries are rolled back").isOne();
	}

	@Test
	void thirdFailureMakesDeadLetter() {
		var event = Ids.next();
		this.archive.when(event, (_) -> {
			throw new IllegalStateException("secret");
		});
		var body = event(event, "article.printed", 1);
		send(SINGLE, body);
		send(SINGLE, event(Ids.next(), "article.printed", 2));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(2));
		var letter = letter(event);
		assertThat(letter.get("reason")).isEqualTo("The handler failed");
		assertThat(letter.get("cause")).isEqualTo("java.lang.IllegalStateException");
		assertThat(letter.get("attempts")).isEqualTo(3);
		assertThat(letter.toString()).doesNotContain("secret");
		assertThat(this.archive.triesOf(event)).isEqualTo(3);
		assertThat(this.archive.effectsOf(event)).isZero();
	}

	@Test
	void nonEventIsDeadAtOnce() {
		var body = "no event " + Ids.next();
		send(SINGLE, body);
		var letter = letterSaying(body);
		assertThat(letter.get("reason")).isEqualTo("The message is not an event");
		assertThat(letter.get("attempts")).isEqualTo(1);
		assertThat(letter.get("event")).isNull();
	}

	@Test
	void incompleteEventIsDeadAtOnce() {
		send(SINGLE, "{\"id\": \"%s\", \"type\": null}".formatted("incomplete"));
		assertThat(letter("incomplete").get("reason")).isEqualTo("The event is incomplete");
	}

	@Test
	void forgedEventIsDeadAtOnce() {
		var event = Ids.next();
		this.broker.declareExchange(new TopicExchange("museum.events"));
		this.broker.declareBinding(new Binding(SINGLE, DestinationType.QUEUE, "museum.events", "piece.moved", null));
		await()
			.until(() -> this.sender.send("museum.events", "piece.moved", message(event(event, "article.printed", 1))));
		assertThat(letter(event).get("reason")).isEqualTo("The event does not come from the publisher of its type");
		assertThat(letter(event).get("exchange")).isEqualTo("museum.events");
		assertThat(this.archive.triesOf(event)).isZero();
	}

	@Test
	void typeWithoutHandlerIsDeadAtOnce() {
		var event = Ids.next();
		send(SINGLE, event(event, "article.burnt", 1));
		assertThat(letter(event).get("reason")).isEqualTo("Nobody hears this type");
	}

	@Test
	void malformedDataIsDeadAtOnce() {
		var event = Ids.next();
		send(SINGLE, event(event, "article.printed", 1).replace("\"number\": 1", "\"number\": \"one\""));
		assertThat(letter(event).get("reason")).isEqualTo("The event data is malformed");
		assertThat(letter(event).get("attempts")).isEqualTo(1);
	}

	@Test
	void poisonEventIsDeadAtOnce() {
		var event = Ids.next();
		this.archive.when(event, (_) -> {
			throw new PoisonEventException("The handler refuses it");
		});
		send(FREE, event(event, "article.printed", 1));
		assertThat(letter(event).get("reason")).isEqualTo("The handler refuses it");
		assertThat(this.archive.triesOf(event)).isOne();
	}

	@Test
	void repeatedlyReturnedEventIsDeadUnhandled() {
		var event = Ids.next();
		var body = event(event, "article.printed", 1).getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(FREE), Topology.AGAIN,
				MessageBuilder.withBody(body).setHeader("x-delivery-count", 1_000L).build());
		assertThat(letter(event).get("reason"))
			.isEqualTo("The message returned too often; handling it may kill the service");
		assertThat(this.archive.triesOf(event)).isZero();
	}

	@Test
	void duplicateKeyOfHandlerIsAFailure() {
		var event = Ids.next();
		this.archive.when(event, (_) -> {
			throw new DuplicateKeyException("its own");
		});
		send(FREE, event(event, "article.printed", 1));
		assertThat(letter(event).get("cause")).isEqualTo(DuplicateKeyException.class.getName());
	}

	@Test
	void databaseOutageCostsNoAttempt() {
		var event = Ids.next();
		this.archive.when(event, (count) -> {
			if (count < 5) {
				throw new DataAccessResourceFailureException("away");
			}
		});
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(Ids.next(), "article.printed", 2));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2));
		assertThat(this.archive.triesOf(event)).isEqualTo(5);
		assertThat(this.archive.effectsOf(event)).isOne();
		assertThat(letters(event)).isEmpty();
	}

	@Test
	void lostAcknowledgementHasNoEffect() {
		var event = Ids.next();
		this.archive.when(event, (_) -> this.connections.resetConnection());
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(Ids.next(), "article.printed", 2));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2));
		await().untilAsserted(() -> assertThat(counted(SINGLE, "duplicate")).isPositive());
		assertThat(this.archive.effectsOf(event)).isOne();
	}

	@Test
	void errorBeforeCommitKeepsEventInQueue() {
		var event = Ids.next();
		this.archive.when(event, (count) -> {
			if (count == 1) {
				throw new InternalError("out of everything");
			}
		});
		send(SINGLE, event(event, "article.printed", 1));
		send(SINGLE, event(Ids.next(), "article.printed", 2));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2));
		assertThat(this.archive.effectsOf(event)).isOne();
		assertThat(letters(event)).isEmpty();
	}

	@Test
	void deletedQueueIsDeclaredAgain() {
		this.broker.deleteQueue(SINGLE);
		var body = event(Ids.next(), "article.printed", 1);
		await().untilAsserted(() -> send(SINGLE, body));
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1));
	}

	@Test
	void unroutableDeadLetterStaysInQueue() {
		var event = Ids.next();
		this.archive.when(event, (_) -> {
			this.broker.deleteQueue(Topology.deadLettersOf(FREE));
			throw new PoisonEventException("The handler refuses it");
		});
		send(FREE, event(event, "article.printed", 1));
		assertThat(letter(event).get("reason")).isEqualTo("The handler refuses it");
	}

	@Test
	void stopFinishesCurrentMessageAndKeepsOrder() throws InterruptedException {
		var event = Ids.next();
		var begun = latch();
		var end = latch();
		this.archive.when(event, (_) -> {
			begun.countDown();
			pass(end);
		});
		send(SINGLE, event(event, "article.printed", 1));
		IntStream.rangeClosed(2, 5).forEach((number) -> send(SINGLE, event(Ids.next(), "article.printed", number)));
		assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
		await().untilAsserted(() -> assertThat(waiting(SINGLE)).isZero());
		var stopped = CompletableFuture.runAsync(this.eventQueueListener::stop);
		await().untilAsserted(() -> assertThat(this.eventQueueListener.isRunning()).isFalse());
		end.countDown();
		stopped.join();
		await().untilAsserted(() -> assertThat(waiting(SINGLE)).isEqualTo(4));
		assertThat(this.archive.order()).containsExactly(1);
		this.eventQueueListener.start();
		await().untilAsserted(() -> assertThat(this.archive.order()).containsExactly(1, 2, 3, 4, 5));
	}

	@Test
	void eventsOfHandlerKeepCorrelation() {
		var answers = this.broker.declareQueue();
		this.broker.declareBinding(BindingBuilder.bind(Objects.requireNonNull(answers))
			.to(new TopicExchange("archive.events"))
			.with("article.archived"));
		send(FREE, event(Ids.next(), "article.snapshot", 7));
		var message = Objects.requireNonNull(this.rabbit.receive(answers.getName(), 10_000));
		var answer = this.json.readTree(message.getBody());
		assertThat(answer.get("correlationid").stringValue()).isEqualTo("correlation-7");
		assertThat(answer.get("type").stringValue()).isEqualTo("article.archived");
	}

	@Test
	void instanceQueueIsBoundOncePublisherExists() {
		var press = new TopicExchange("press.events");
		this.broker.declareExchange(press);
		await().until(() -> newsroomEvents(press));
		this.connections.resetConnection();
		await().until(() -> newsroomEvents(press));
	}

	private boolean newsroomEvents(TopicExchange press) throws InterruptedException {
		this.archive.news().drainPermits();
		this.rabbit.send(press.getName(), "article.recited", message(event(Ids.next(), "article.recited", 99)));
		return this.archive.news().tryAcquire(500, TimeUnit.MILLISECONDS);
	}

	private static void failUntil(int good, int count) {
		if (count < good) {
			throw new IllegalStateException("not yet");
		}
	}

	private static void pass(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Retries, since some tests break the connection meanwhile. */
	private void send(String queue, String body) {
		await().until(() -> this.sender.send(Topology.lettersOf(queue), Topology.AGAIN, message(body)));
	}

	private static Message message(String body) {
		return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8)).build();
	}

	/** With an unknown property. */
	private static String event(String id, String type, int number) {
		return """
				{"specversion": "1.0", "id": "%s", "source": "press-service", "type": "%s", "subject": "%d",
				"time": "2026-11-20T10:00:00Z", "datacontenttype": "application/json",
				"dataschema": "urn:parley:event:article:1", "correlationid": "correlation-%d",
				"partitionkey": "p", "later": true, "data": {"number": %d, "later": {"than": "this"}}}
				""".formatted(id, type, number, number, number);
	}

	private long waiting(String queue) {
		QueueInformation info = this.broker.getQueueInfo(queue);
		return (info != null) ? info.getMessageCount() : 0;
	}

	private double counted(String queue, String outcome) {
		return this.meters.find("parley.inbox.handled")
			.tags("queue", queue, "outcome", outcome)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private org.bson.Document letter(String event) {
		await().untilAsserted(() -> assertThat(letters(event)).hasSize(1));
		return letters(event).getFirst();
	}

	private List<org.bson.Document> letters(String event) {
		return this.mongo.find(new Query(Criteria.where("event").is(event)), org.bson.Document.class, "dead_letters");
	}

	private org.bson.Document letterSaying(String body) {
		var saying = new Query(Criteria.where("body").is(body.getBytes(StandardCharsets.UTF_8)));
		await().untilAsserted(
				() -> assertThat(this.mongo.find(saying, org.bson.Document.class, "dead_letters")).hasSize(1));
		return this.mongo.find(saying, org.bson.Document.class, "dead_letters").getFirst();
	}

	@Publishes("article.archived")
	record ArticleArchived(int number) implements ParleyEvent {

		@Override
		public String subject() {
			return "article-" + this.number;
		}

	}

	@Configuration
	@EnableAutoConfiguration
	@Import({ ArchiveListener.class, ClippingsListener.class, NewsroomListener.class })
	static class ArchiveService {

		@Bean
		Archive archive(MongoOperations mongo) {
			mongo.createCollection("effects");
			return new Archive(mongo);
		}

	}

	@EventConsumer(SINGLE)
	static class ArchiveListener {

		private final Archive archive;

		ArchiveListener(Archive archive) {
			this.archive = archive;
		}

		@EventHandler({ "article.printed", "article.pulped" })
		void on(Article article, EventEnvelope event) {
			this.archive.keep(article, event);
		}

	}

	@EventConsumer(FREE)
	static class ClippingsListener {

		private final Archive archive;

		private final ApplicationEventPublisher events;

		ClippingsListener(Archive archive, ApplicationEventPublisher events) {
			this.archive = archive;
			this.events = events;
		}

		@EventHandler("article.printed")
		void on(Article article, EventEnvelope event) {
			this.archive.keep(article, event);
		}

		@EventHandler("article.snapshot")
		void on(Article article) {
			this.events.publishEvent(new ArticleArchived(article.number()));
		}

	}

	@EventConsumer("newsroom")
	static class NewsroomListener {

		private final Archive archive;

		NewsroomListener(Archive archive) {
			this.archive = archive;
		}

		@EventHandler("article.recited")
		void on(Article article) {
			this.archive.news().release();
		}

	}

}
