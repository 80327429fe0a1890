package org.parley.platform.messaging.inbox.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.inbox.InstanceEventLost;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.inbox.delivery.EventReader.Provenance;
import org.parley.platform.messaging.queue.DeliveryHandler;
import org.parley.platform.messaging.queue.DeliveryHandler.Patience;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.database.SentCommands;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Batches of a shared queue, with a fault at each place. */
@SpringBootTest(classes = InboxIT.ArchiveService.class,
		properties = { "spring.application.name=archive-service", "spring.rabbitmq.publisher-confirm-type=correlated",
				"spring.rabbitmq.publisher-returns=true" })
@Import(SentCommands.class)
@LocalStackTest
class InboxBatchIT {

	private static final String QUEUE = "archive";

	private static final Patience ENDLESS = (_) -> true;

	@Autowired
	private Archive archive;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private DeliveryHandlerFactory deliveryHandlers;

	@Autowired
	private ListableBeanFactory beans;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private SentCommands sentCommands;

	private DeliveryHandler handler = (_, _) -> 0;

	@BeforeEach
	void newHandler() {
		this.archive.forget();
		this.mongo.remove(new Query(), "effects");
		this.handler = handler(InstantSource.fixed(Instant.now()));
	}

	@Test
	void batchIsAppliedInOrder() {
		var ids = ids(5);
		assertThat(this.handler.apply(messages(ids), ENDLESS)).isEqualTo(5);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void loneEventCostsThreeCommandsBesidesItsChange() {
		assertThat(commandsFor(ids(1))).containsExactlyInAnyOrderEntriesOf(Map.of("find personal_erasures", 1L,
				"insert inbox", 1L, "insert effects", 1L, "commitTransaction", 1L));
	}

	@Test
	void batchCostsFourCommandsBesidesItsChanges() {
		assertThat(commandsFor(ids(100))).containsExactlyInAnyOrderEntriesOf(Map.of("find personal_erasures", 1L,
				"find inbox", 1L, "insert inbox", 1L, "insert effects", 100L, "commitTransaction", 1L));
	}

	@Test
	void poisonEventInTheMiddleDoesNotAffectNeighbours() {
		var ids = ids(5);
		this.archive.when(ids.get(2), (_) -> {
			throw new PoisonEventException("The handler refuses it");
		});
		handleAll(messages(ids));
		assertThat(effects()).containsExactly(ids.get(0), ids.get(1), ids.get(3), ids.get(4));
		await().untilAsserted(() -> assertThat(letters(ids.get(2))).isOne());
		assertThat(this.archive.triesOf(ids.get(2))).as("in the batch and alone").isEqualTo(2);
	}

	@Test
	void eventThatAnInstanceLosesInAnOutageIsAnnounced() {
		var announced = new ArrayList<>();
		var instance = handlers(InstantSource.system(), announced::add).ofInstanceQueue(QUEUE, reader());
		var ids = ids(2);
		this.archive.when(ids.get(0), (_) -> {
			throw new PoisonEventException("The handler refuses it");
		});
		this.archive.when(ids.get(1), (_) -> {
			throw new DataAccessResourceFailureException("The database is away");
		});
		instance.apply(messages(ids), ENDLESS);
		assertThat(announced).containsExactly(new InstanceEventLost(QUEUE));
	}

	@Test
	void retriedEventIsMeasuredUntilItIsHandled() {
		var id = ids(1).getFirst();
		var meters = new SimpleMeterRegistry();
		var now = new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));
		var measured = new ArrayList<Double>();
		var first = new AtomicBoolean(true);
		this.archive.when(id, (_) -> {
			if (first.getAndSet(false)) {
				throw new IllegalStateException("The handler fails once");
			}
		});
		var retrying = handlers(new InboxMetrics(meters, now::get), now::get, this.deliveryHandlers.publisher())
			.ofSharedQueue(QUEUE, reader());
		var gauge = meters.get("parley.inbox.retrying").gauge();
		assertThat(retrying.apply(messages(List.of(id)), (_) -> {
			now.updateAndGet((time) -> time.plusSeconds(400));
			return measured.add(gauge.value());
		})).isOne();
		assertThat(measured).containsExactly(400d);
		assertThat(gauge.value()).isZero();
	}

	@Test
	void unreadableMessageInTheMiddleDoesNotAffectNeighbours() {
		var ids = ids(4);
		var messages = new ArrayList<>(messages(ids));
		messages.add(2, MessageBuilder.withBody("no event".getBytes(StandardCharsets.UTF_8)).build());
		assertThat(this.handler.apply(messages, ENDLESS)).isEqualTo(2);
		handleAll(messages.subList(2, 5));
		assertThat(effects()).isEqualTo(ids);
		ids.forEach((id) -> assertThat(this.archive.triesOf(id)).isOne());
	}

	@Test
	void duplicateWithinBatchIsAppliedOnce() {
		var ids = ids(3);
		var twice = List.of(ids.get(0), ids.get(1), ids.get(0), ids.get(2), ids.get(1));
		assertThat(this.handler.apply(messages(twice), ENDLESS)).isEqualTo(5);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void eventsHandledBeforeAreLeftOut() {
		var ids = ids(4);
		handleAll(messages(ids.subList(1, 2)));
		assertThat(this.handler.apply(messages(ids), ENDLESS)).isEqualTo(4);
		assertThat(effects()).containsExactly(ids.get(1), ids.get(0), ids.get(2), ids.get(3));
	}

	@Test
	void crashBeforeAcknowledgementHasNoSecondEffect() {
		var ids = ids(5);
		this.handler.apply(messages(ids), ENDLESS);
		var after = handler(InstantSource.fixed(Instant.now()));
		assertThat(after.apply(messages(ids), ENDLESS)).isEqualTo(5);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void handlerThatFailsInTheBatchSucceedsAlone() {
		var ids = ids(4);
		this.archive.when(ids.get(3), (count) -> {
			if (count == 1) {
				throw new IllegalStateException("not beside others");
			}
		});
		handleAll(messages(ids));
		assertThat(effects()).isEqualTo(ids);
		assertThat(letters(ids.get(3))).isZero();
	}

	@Test
	void batchFollowsAfterFailedOne() {
		var ids = ids(6);
		this.archive.when(ids.get(0), (count) -> {
			if (count == 1) {
				throw new IllegalStateException("not beside others");
			}
		});
		var messages = messages(ids);
		for (int alone = 0; alone < 3; alone++) {
			assertThat(this.handler.apply(messages.subList(alone, 3), ENDLESS)).isOne();
		}
		assertThat(this.handler.apply(messages.subList(3, 6), ENDLESS)).isEqualTo(3);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void writeConflictRepeatsTheBatch() {
		var ids = ids(3);
		this.archive.when(ids.get(2), (count) -> {
			if (count == 1) {
				var conflict = new MongoException(112, "WriteConflict");
				conflict.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
				throw conflict;
			}
		});
		assertThat(this.handler.apply(messages(ids), ENDLESS)).isEqualTo(3);
		assertThat(effects()).isEqualTo(ids);
		assertThat(this.archive.triesOf(ids.get(0))).isEqualTo(2);
	}

	@Test
	void stopInTheMiddleCommitsWhatIsDone() {
		var ids = ids(5);
		assertThat(this.handler.apply(messages(ids), (_) -> this.archive.triesOf(ids.get(1)) == 0)).isEqualTo(2);
		assertThat(effects()).isEqualTo(ids.subList(0, 2));
		handler(InstantSource.fixed(Instant.now())).apply(messages(ids), ENDLESS);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void transactionTakesNoEventAfterASecond() {
		var ids = ids(5);
		var time = new AtomicReference<>(Instant.now());
		var slow = handler(() -> time.getAndUpdate((now) -> now.plusMillis(400)));
		assertThat(slow.apply(messages(ids), ENDLESS)).isEqualTo(3);
		assertThat(slow.apply(messages(ids.subList(3, 5)), ENDLESS)).isEqualTo(2);
		assertThat(effects()).isEqualTo(ids);
	}

	@Test
	void repeatedlyReturnedEventIsHandledAlone() {
		var ids = ids(3);
		var messages = messages(ids);
		messages.get(1).getMessageProperties().setHeader("x-delivery-count", 3L);
		assertThat(this.handler.apply(messages, ENDLESS)).isOne();
		assertThat(this.handler.apply(messages.subList(1, 3), ENDLESS)).isOne();
		assertThat(effects()).isEqualTo(ids.subList(0, 2));
	}

	private Map<String, Long> commandsFor(List<String> ids) {
		return this.sentCommands.during(() -> this.handler.apply(messages(ids), ENDLESS))
			.stream()
			.map(InboxBatchIT::nameOf)
			.filter((name) -> Stream.of("effects", "inbox", "personal_erasures", "Transaction")
				.anyMatch(name::endsWith))
			// Metrics
			.filter((name) -> !name.startsWith("aggregate"))
			.collect(Collectors.groupingBy((name) -> name, Collectors.counting()));
	}

	private static String nameOf(BsonDocument command) {
		var target = Objects.requireNonNull(command.get(command.getFirstKey()));
		return target.isString() ? command.getFirstKey() + " " + target.asString().getValue() : command.getFirstKey();
	}

	private void handleAll(List<Message> messages) {
		var left = messages;
		while (!left.isEmpty()) {
			var handled = this.handler.apply(left, ENDLESS);
			assertThat(handled).isPositive();
			left = left.subList(handled, left.size());
		}
	}

	private DeliveryHandler handler(InstantSource clock) {
		return handlers(clock, this.deliveryHandlers.publisher()).ofSharedQueue(QUEUE, reader());
	}

	private DeliveryHandlerFactory handlers(InstantSource clock, ApplicationEventPublisher publisher) {
		return handlers(this.deliveryHandlers.meters(), clock, publisher);
	}

	private DeliveryHandlerFactory handlers(InboxMetrics meters, InstantSource clock,
			ApplicationEventPublisher publisher) {
		return new DeliveryHandlerFactory(this.deliveryHandlers.inbox(), this.deliveryHandlers.scrubber(),
				this.deliveryHandlers.deadLetterPublisher(), meters, clock, this.deliveryHandlers.spans(), publisher,
				this.deliveryHandlers.silent());
	}

	private EventReader reader() {
		var registry = EventHandlerRegistry.of(this.beans, this.catalogue, "archive-service");
		return new EventReader(registry.of(QUEUE), new Provenance(this.catalogue, QUEUE), this.json);
	}

	/** The events whose effects are stored, in order. */
	private List<String> effects() {
		return this.mongo.find(new Query(), Document.class, "effects")
			.stream()
			.map((effect) -> effect.getString("event"))
			.toList();
	}

	private long letters(String event) {
		return this.mongo.count(new Query(Criteria.where("event").is(event)), "dead_letters");
	}

	private static List<String> ids(int count) {
		return IntStream.range(0, count).mapToObj((_) -> Ids.next()).toList();
	}

	private static List<Message> messages(List<String> ids) {
		return ids.stream()
			.map((id) -> MessageBuilder.withBody(event(id).getBytes(StandardCharsets.UTF_8)).build())
			.toList();
	}

	private static String event(String id) {
		return """
				{"specversion": "1.0", "id": "%s", "source": "press-service", "type": "article.printed",
				"subject": "1", "time": "2026-11-20T10:00:00Z", "datacontenttype": "application/json",
				"dataschema": "urn:parley:event:article:1", "correlationid": "c", "partitionkey": "p",
				"data": {"number": 1}}
				""".formatted(id);
	}

}
