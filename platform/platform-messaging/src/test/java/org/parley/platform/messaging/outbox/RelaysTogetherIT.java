package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.PartitionLeases;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances of a service with one database, one of which dies. */
class RelaysTogetherIT extends LibraryIT {

	private static final int KEYS = 20;

	private static final int EACH = 15;

	private final MovableClock clock = new MovableClock();

	private final String work = Ids.next();

	@Autowired
	private OutboxPublisher outboxPublisher;

	@Autowired
	private OutboxMetrics metrics;

	@BeforeEach
	void onlyTheRelaysOfTheTest() {
		this.relay.stop();
	}

	@AfterEach
	void goOn() {
		this.relay.start();
	}

	@Test
	void relaysShareWorkInOrderAndTakeOver() {
		var one = new Instance();
		var other = new Instance();
		one.loop.start();
		other.loop.start();
		var rounds = new AtomicInteger();
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			publishRound(rounds.getAndIncrement());
			List.of(one, other).forEach((instance) -> instance.loop.signal());
			return one.partitionLeases.held().size() == 8 && other.partitionLeases.held().size() == 8;
		});
		await().until(() -> this.records.count() == 0);
		assertThat(one.sent.get()).isPositive();
		assertThat(other.sent.get()).isPositive();
		one.dies.set(true);
		for (int round = 0; round < EACH; round++) {
			publishRound(rounds.getAndIncrement());
		}
		List.of(one, other).forEach((instance) -> instance.loop.signal());
		await().dontCatchUncaughtExceptions().until(one.isDead::get); // The crash is one.
		this.clock.move(Duration.ofSeconds(10));
		await().dontCatchUncaughtExceptions()
			.atMost(Duration.ofSeconds(15))
			.until(() -> other.partitionLeases.held().size() == 16);
		var heard = hear(KEYS * rounds.get());
		other.loop.stop();
		assertThat(kept()).isEmpty();
		heard.stream()
			.collect(Collectors.groupingBy(LibraryIT::keyOf,
					Collectors.mapping(LibraryIT::numberOf, Collectors.toList())))
			.forEach((key, numbers) -> assertThat(numbers).as(key).hasSize(rounds.get()).isSorted());
	}

	private void publishRound(int round) {
		for (int key = 0; key < KEYS; key++) {
			publish(new Lent("shelf-" + key, round));
		}
	}

	/** The relevant parts of an instance. */
	private final class Instance {

		final AtomicInteger sent = new AtomicInteger();

		final AtomicBoolean dies = new AtomicBoolean();

		final AtomicBoolean isDead = new AtomicBoolean();

		final PartitionLeases partitionLeases = new PartitionLeases(RelaysTogetherIT.this.mongo,
				RelaysTogetherIT.this.clock, RelaysTogetherIT.this.work, OutboxRecord.PARTITIONS, Ids.next());

		final ClusterLoop loop = new ClusterLoop("relay", this.partitionLeases,
				new OutboxRelay(RelaysTogetherIT.this.records, this.partitionLeases,
						RelaysTogetherIT.this.outboxPublisher, RelaysTogetherIT.this.broker,
						RelaysTogetherIT.this.metrics, List.of(),
						new UnsentEvents(RelaysTogetherIT.this.records, List.of()), RelaysTogetherIT.this.clock) {

					@Override
					protected void remove(List<OutboxRecord> confirmed) {
						if (Instance.this.dies.get()) {
							Instance.this.isDead.set(true);
							throw new Crash();
						}
						super.remove(confirmed);
						Instance.this.sent.addAndGet(confirmed.size());
					}

				});

	}

}
