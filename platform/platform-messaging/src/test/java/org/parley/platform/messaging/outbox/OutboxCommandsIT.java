package org.parley.platform.messaging.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.mongo.cluster.PartitionLeases;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What events, and their absence, cost the database. */
@Import(SentCommands.class)
class OutboxCommandsIT extends LibraryIT {

	private static final int IDLE_SECONDS = 10;

	@Autowired
	private OutboxPublisher outboxPublisher;

	@Autowired
	private OutboxMetrics metrics;

	@Autowired
	private SentCommands sentCommands;

	@BeforeEach
	void onlyTheRelayOfTheTest() {
		this.relay.stop();
	}

	@AfterEach
	void goOn() {
		this.relay.start();
	}

	@Test
	void loneEventIsStoredByOneCommandAndSentByTwo() {
		var relay = relay();
		assertThat(inserts(() -> publish(lent(1)))).isEqualTo(1);
		assertThat(outboxCommands(relay::doBatch)).containsExactly("find", "delete");
		assertThat(hear(1)).hasSize(1);
	}

	@Test
	void burstIsStoredByOneCommandAndSentByTwo() {
		var relay = relay();
		assertThat(inserts(() -> publish(lent(100)))).isEqualTo(1);
		assertThat(outboxCommands(relay::doBatch)).containsExactly("find", "delete");
		assertThat(hear(100)).extracting(LibraryIT::numberOf).containsExactlyInAnyOrderElementsOf(numbers(100));
	}

	@Test
	void idleServiceSendsOneCommandPerSecondAtMost() {
		this.relay.start();
		await().until(() -> idleCommands(2).size() <= 2);
		assertThat(idleCommands(IDLE_SECONDS)).hasSizeLessThanOrEqualTo(IDLE_SECONDS + 5);
	}

	private List<BsonDocument> idleCommands(int seconds) {
		return this.sentCommands.during(() -> {
			try {
				assertThat(new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)).isFalse();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private long inserts(Runnable work) {
		return this.sentCommands.during(work)
			.stream()
			.filter((command) -> command.containsKey("bulkWrite")
					|| command.getOrDefault("insert", BsonNull.VALUE).equals(new BsonString("outbox")))
			.count();
	}

	/** The commands to the outbox, in order. */
	private List<String> outboxCommands(Runnable work) {
		return this.sentCommands.during(work)
			.stream()
			.filter((command) -> command.getFirstKey().matches("find|delete|update|findAndModify")
					&& command.getString(command.getFirstKey()).getValue().equals("outbox"))
			.map(BsonDocument::getFirstKey)
			.toList();
	}

	/** A relay that has just looked for stopped events. */
	private OutboxRelay relay() {
		var still = InstantSource.fixed(Instant.now());
		var leases = new PartitionLeases(this.mongo, still, Ids.next(), OutboxRecord.PARTITIONS, Ids.next());
		leases.acquire();
		var relay = new OutboxRelay(this.records, leases, this.outboxPublisher, this.broker, this.metrics, List.of(),
				new UnsentEvents(this.records, List.of()), still);
		relay.doBatch();
		return relay;
	}

	private static Lent[] lent(int count) {
		return numbers(count).stream().map((number) -> new Lent("shelf-" + number, number)).toArray(Lent[]::new);
	}

	private static List<Integer> numbers(int count) {
		return IntStream.range(0, count).boxed().toList();
	}

}
