package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.outbox.BookEvent.Dusted;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.messaging.outbox.OutboxRecord.State;
import org.parley.platform.messaging.outbox.RelayBatch.Sent;
import org.parley.platform.mongo.cluster.PartitionLeases;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The steps of the relay with a crash between any two of them, and refusals of the
 * broker.
 */
class OutboxRelayIT extends LibraryIT {

	private static final String EXCHANGE = "library.events";

	private final MovableClock clock = new MovableClock();

	private final String work = Ids.next();

	private final List<OutboxRecord> relayed = new ArrayList<>();

	private final List<UnsentListener> unsentListeners = new ArrayList<>();

	@Autowired
	private OutboxPublisher outboxPublisher;

	@Autowired
	private OutboxMetrics metrics;

	@Autowired
	private ConnectionFactory connections;

	@BeforeEach
	void onlyTheRelaysOfTheTest() {
		this.relay.stop();
	}

	@AfterEach
	void goOn() {
		this.relay.start();
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void crashLosesNoEvent(Step step) {
		publish(books(5));
		assertThatExceptionOfType(Crash.class).isThrownBy(relay(step.publisher(this), step)::doBatch);
		this.clock.move(Duration.ofSeconds(10));
		finish(relay(this.outboxPublisher));
		var heard = hear(10);
		assertThat(this.relayed).extracting(OutboxRecord::id)
			.containsAll(heard.stream().map((event) -> event.get("id").stringValue()).toList());
		assertThat(heard).filteredOn((event) -> keyOf(event).equals("shelf-1"))
			.extracting(LibraryIT::numberOf)
			.containsExactly(0, 1, 2, 3, 4);
		for (var left = next(200); left != null; left = next(200)) {
			assertThat(step.sendsTwice()).as("sent twice").isTrue();
		}
	}

	@Test
	void crashBeforeSignalIsRecovered() {
		inTransaction(() -> {
			this.events.publishEvent(new Lent("shelf-1", 1));
			crashAfterCommit();
		}, Crash.class);
		finish(relay(this.outboxPublisher));
		assertThat(hear(1)).extracting(LibraryIT::numberOf).containsExactly(1);
	}

	@Test
	void deadInstanceLosesPartitionsAfterTenSeconds() {
		relay(this.outboxPublisher);
		publish(new Lent("shelf-1", 1));
		var second = relay(this.outboxPublisher);
		assertThat(second.next()).isEmpty();
		this.clock.move(Duration.ofSeconds(10));
		assertThat(relay(this.outboxPublisher).next()).hasSize(1);
	}

	@Test
	void fifthRefusalParksEventAndHoldsItsKey() {
		publish(new Dusted("shelf-1", 1), new Lent("shelf-1", 2), new Lent("shelf-2", 3));
		var relay = relay(strict());
		for (int attempt = 1; attempt <= 5; attempt++) {
			assertThat(kept().getFirst().state()).isEqualTo(State.WAITING);
			relay.doBatch();
			assertThat(kept().getFirst().attempts()).isEqualTo(attempt);
			assertThat(relay.next()).as("too early").isEmpty();
			this.clock.move(Duration.ofSeconds(5));
		}
		var parked = kept().getFirst();
		assertThat(parked.state()).isEqualTo(State.PARKED);
		assertThat(parked.refusal()).contains("NO_ROUTE");
		publish(new Lent("shelf-1", 4));
		finish(relay);
		assertThat(kept()).extracting(OutboxRecord::state).containsExactly(State.PARKED, State.HELD, State.HELD);
		assertThat(hear(1)).extracting(LibraryIT::numberOf).containsExactly(3);
		assertThat(next(200)).isNull();
	}

	@Test
	void retriedEventPrecedesHeldOnes() {
		var parked = park();
		var all = everything();
		publish(new Lent("shelf-1", 2), new Lent("shelf-1", 3));
		var relay = relay(this.outboxPublisher);
		finish(relay);
		assertThat(this.records.retry(parked.id())).isPresent();
		assertThat(this.records.retry(parked.id())).isEmpty();
		publish(new Lent("shelf-1", 4));
		finish(relay);
		this.clock.move(Duration.ofSeconds(1));
		finish(relay);
		assertThat(kept()).isEmpty();
		assertThat(hear(all.getName(), 4)).extracting(LibraryIT::numberOf).containsExactly(1, 2, 3, 4);
		this.broker.deleteQueue(all.getName());
	}

	@Test
	void deletedEventReleasesHeldOnes() {
		var parked = park();
		publish(new Lent("shelf-1", 2));
		var relay = relay(this.outboxPublisher);
		finish(relay);
		assertThat(this.records.drop(parked.id())).isPresent();
		this.clock.move(Duration.ofSeconds(1));
		finish(relay);
		assertThat(hear(1)).extracting(LibraryIT::numberOf).containsExactly(2);
		assertThat(kept()).isEmpty();
	}

	@Test
	void onlyParkedEventsAreRetriedOrDeleted() {
		publish(new Lent("shelf-1", 1));
		assertThat(this.records.retry(only().id())).isEmpty();
		assertThat(this.records.drop(only().id())).isEmpty();
		assertThat(kept()).hasSize(1);
	}

	@Test
	void eventThatClosesChannelIsIdentified() {
		publish(new Lent("shelf-1", 1), new Lent("shelf-2", 2));
		var relay = relay(new OutboxPublisher(this.connections, "nowhere", (_) -> true));
		for (int attempt = 0; attempt < 20; attempt++) {
			doBatchAsLoop(relay);
			this.clock.move(Duration.ofSeconds(5));
		}
		assertThat(kept()).extracting(OutboxRecord::state).containsExactly(State.PARKED, State.PARKED);
		assertThat(only().refusal()).contains("NOT_FOUND");
		kept().forEach((event) -> this.records.retry(event.id()));
		finish(relay(this.outboxPublisher));
		assertThat(hear(2)).extracting(LibraryIT::numberOf).containsExactlyInAnyOrder(1, 2);
	}

	/**
	 * The channel may be closed between two events, or while it opens; the loop tries
	 * again then.
	 */
	private static void doBatchAsLoop(OutboxRelay relay) {
		try {
			relay.doBatch();
		}
		catch (AmqpException ex) {
			assertThat(ex).satisfiesAnyOf((closed) -> assertThat(closed).hasMessageContaining("closed"),
					(opening) -> assertThat(opening).rootCause().hasMessageContaining("channel.close"));
			doBatchAsLoop(relay);
		}
	}

	@Test
	void brokerOutageCostsNoAttempt() {
		publish(new Lent("shelf-1", 1));
		var away = new CachingConnectionFactory("127.0.0.1", 1);
		away.setPublisherConfirmType(ConfirmType.CORRELATED);
		away.setPublisherReturns(true);
		var relay = relay(new OutboxPublisher(away, EXCHANGE, (_) -> true));
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThatExceptionOfType(AmqpConnectException.class).isThrownBy(relay::doBatch);
		}
		assertThat(only().state()).isEqualTo(State.WAITING);
		assertThat(only().attempts()).isZero();
		this.clock.move(Duration.ofSeconds(10));
		finish(relay(this.outboxPublisher));
		assertThat(hear(1)).hasSize(1);
	}

	/** Listeners hear each event once, in order, until the broker takes them. */
	@Test
	void eventsAreToldWhileTheBrokerIsAway() {
		var told = new ArrayList<String>();
		this.unsentListeners.add((events) -> events.forEach((event) -> told.add(event.id())));
		publish(IntStream.range(0, 450).mapToObj((i) -> new Lent("shelf-1", i)).toArray(Lent[]::new));
		var away = new CachingConnectionFactory("127.0.0.1", 1);
		away.setPublisherConfirmType(ConfirmType.CORRELATED);
		away.setPublisherReturns(true);
		var relay = relay(new OutboxPublisher(away, EXCHANGE, (_) -> true));
		assertThat(relay.poll()).isGreaterThan(Duration.ofSeconds(1));
		assertThat(relay.doBatch()).isFalse();
		assertThat(relay.poll()).isLessThan(Duration.ofSeconds(1));
		assertThat(told).hasSize(450).isEqualTo(waiting());
		publish(new Lent("shelf-2", 1));
		assertThat(relay.doBatch()).isFalse();
		this.clock.move(Duration.ofSeconds(5));
		assertThat(relay.doBatch()).isFalse();
		assertThat(told).hasSize(451).isEqualTo(waiting());
		this.clock.move(Duration.ofSeconds(10));
		finish(relay(this.outboxPublisher));
		assertThat(hear(451)).hasSize(451);
		assertThat(told).hasSize(451);
	}

	private List<String> waiting() {
		return this.records
			.waiting(IntStream.range(0, OutboxRecord.PARTITIONS).boxed().collect(Collectors.toSet()), 1_000)
			.stream()
			.map(OutboxRecord::id)
			.toList();
	}

	private void crashAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				throw new Crash();
			}

		});
	}

	private void inTransaction(Runnable change, Class<? extends Throwable> end) {
		assertThatExceptionOfType(end).isThrownBy(() -> inTransaction(change));
	}

	/** Five books on the first shelf, then five more on the second. */
	private static Lent[] books(int each) {
		return IntStream.range(0, each)
			.boxed()
			.flatMap((number) -> Stream.of(new Lent("shelf-1", number), new Lent("shelf-2", number)))
			.toArray(Lent[]::new);
	}

	/** An event without a queue, for which the publisher requires one. */
	private OutboxRecord park() {
		publish(new Dusted("shelf-1", 1));
		var relay = relay(strict());
		for (int attempt = 0; attempt < 5; attempt++) {
			relay.doBatch();
			this.clock.move(Duration.ofSeconds(5));
		}
		assertThat(only().state()).isEqualTo(State.PARKED);
		this.clock.move(Duration.ofSeconds(10));
		return only();
	}

	private OutboxPublisher strict() {
		return new OutboxPublisher(this.connections, EXCHANGE, (_) -> true);
	}

	private OutboxRelay relay(OutboxPublisher with) {
		return relay(with, Step.NONE);
	}

	private OutboxRelay relay(OutboxPublisher with, Step crash) {
		var shares = new PartitionLeases(this.mongo, this.clock, this.work, OutboxRecord.PARTITIONS, Ids.next());
		shares.acquire();
		return new OutboxRelay(this.records, shares, with, this.broker, this.metrics, List.of(this.relayed::addAll),
				new UnsentEvents(this.records, this.unsentListeners), this.clock) {

			@Override
			public List<OutboxRecord> next() {
				var batch = super.next();
				crash.at(Step.AFTER_NEXT);
				return batch;
			}

			@Override
			protected void remove(List<OutboxRecord> confirmed) {
				if (crash == Step.WHILE_REMOVING) {
					super.remove(confirmed.subList(0, 3));
				}
				crash.at(Step.WHILE_REMOVING);
				super.remove(confirmed);
				crash.at(Step.AFTER_REMOVE);
			}

		};
	}

	private static void finish(OutboxRelay relay) {
		while (!relay.next().isEmpty()) {
			relay.doBatch();
		}
		relay.doBatch();
	}

	private Queue everything() {
		var queue = new Queue(Ids.next());
		this.broker.declareQueue(queue);
		this.broker.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange(EXCHANGE)).with("#"));
		return queue;
	}

	/** The step after which an instance ends. */
	enum Step {

		NONE, AFTER_NEXT, WHILE_PUBLISHING, AFTER_PUBLISH, WHILE_REMOVING, AFTER_REMOVE;

		void at(Step step) {
			if (this == step) {
				throw new Crash();
			}
		}

		boolean sendsTwice() {
			return this == WHILE_PUBLISHING || this == AFTER_PUBLISH || this == WHILE_REMOVING;
		}

		OutboxPublisher publisher(OutboxRelayIT test) {
			return new OutboxPublisher(test.connections, EXCHANGE, (_) -> true) {

				@Override
				public Sent publish(List<OutboxRecord> events) {
					if (Step.this == WHILE_PUBLISHING) {
						super.publish(events.subList(0, 4));
					}
					at(WHILE_PUBLISHING);
					var sent = super.publish(events);
					at(AFTER_PUBLISH);
					return sent;
				}

			};
		}

	}

}
