package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contracts.ParleyEvent;
import org.parley.platform.messaging.outbox.BookEvent.Dusted;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.platform.runtime.tracing.TraceParent;

import org.springframework.data.mongodb.core.query.Query;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Events from the transaction of their change to their consumers. */
class OutboxIT extends LibraryIT {

	private static final int MANY = 300;

	@Test
	void committedEventsArriveInOrderAndAreRemoved() {
		for (int i = 0; i < MANY; i++) {
			publish(new Lent("shelf-1", i));
		}
		assertThat(hear(MANY)).extracting(LibraryIT::numberOf).isSorted().doesNotHaveDuplicates();
		await().untilAsserted(() -> assertThat(this.mongo.count(new Query(), OutboxRecord.class)).isZero());
	}

	@Test
	void eventsOfOneTransactionArriveInOrder() {
		publish(IntStream.range(0, MANY).mapToObj((number) -> new Lent("shelf-1", number)).toArray(Lent[]::new));
		assertThat(hear(MANY)).extracting(LibraryIT::numberOf).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void databaseAssignsTimeOfEvents() {
		this.relay.stop();
		publish(new Lent("shelf-1", 1), new Lent("shelf-2", 2), new Lent("shelf-1", 3));
		publish(new Lent("shelf-2", 4));
		var now = InstantSource.system().instant().getEpochSecond();
		assertThat(kept()).extracting(OutboxRecord::at)
			.isSorted()
			.doesNotHaveDuplicates()
			.allMatch((at) -> Math.abs(at.getTime() - now) < 60);
		assertThat(kept()).extracting((event) -> numberOf(this.json.readTree(event.envelope())))
			.containsExactly(1, 2, 3, 4);
	}

	@Test
	void envelopeIsACloudEvent() {
		publish(new Lent("shelf-2", 7));
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
	void eventsContinueCorrelationAndTrace() {
		var request = new RequestOrigin("mail-42", TraceParent.begin());
		try (var _ = request.open()) {
			publish(new Lent("shelf-2", 1), new Lent("shelf-2", 2));
		}
		var heard = hear(2);
		assertThat(heard).extracting((event) -> event.get("correlationid").stringValue()).containsOnly("mail-42");
		var traces = heard.stream()
			.map((event) -> TraceParent.parse(event.get("traceparent").stringValue()).orElseThrow())
			.toList();
		assertThat(traces).extracting(TraceParent::id).containsOnly(request.trace().id());
		assertThat(traces).extracting(TraceParent::span).doesNotHaveDuplicates().doesNotContain(request.trace().span());
	}

	@Test
	void eventWithoutOriginBeginsATrace() {
		publish(new Lent("shelf-2", 1));
		assertThat(TraceParent.parse(hear(1).getFirst().get("traceparent").stringValue())).isPresent();
	}

	@Test
	void rolledBackEventsAreNeverSent() {
		assertThatThrownBy(() -> inTransaction(() -> {
			this.events.publishEvent(new Lent("shelf-3", 1));
			throw new IllegalStateException("changed our mind");
		})).hasMessage("changed our mind");
		publish(new Lent("shelf-3", 2));
		assertThat(numberOf(hear(1).getFirst())).isEqualTo(2);
	}

	@Test
	void committedEventIsReportedAfterEffectsOfItsCommit() {
		var reportedBefore = new ArrayList<List<String>>();
		this.commits.ids.clear();
		inTransaction(() -> {
			this.events.publishEvent(new Lent("shelf-3", 3));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					reportedBefore.add(List.copyOf(OutboxIT.this.commits.ids));
				}

			});
		});
		assertThat(reportedBefore).containsExactly(List.of());
		assertThat(this.commits.ids).containsExactly(hear(1).getFirst().get("id").stringValue());
	}

	@Test
	void rolledBackEventIsNotReported() {
		this.commits.ids.clear();
		assertThatThrownBy(() -> inTransaction(() -> {
			this.events.publishEvent(new Lent("shelf-3", 4));
			throw new IllegalStateException("changed our mind");
		})).hasMessage("changed our mind");
		assertThat(this.commits.ids).isEmpty();
	}

	@Test
	void eventOutsideTransactionIsRefused() {
		assertThatThrownBy(() -> this.events.publishEvent(new Lent("shelf-4", 1)))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	static ParleyEvent[] foreignEvents() {
		return new ParleyEvent[] { new BookEvent.Mistaken("book.dusted", "shelf-4", 1),
				new BookEvent.Mistaken("book.burnt", "shelf-4", 1),
				new BookEvent.Unpublished("book.lent", "shelf-4", 1), new BookEvent.Snapshot("shelf-4", 1) };
	}

	@ParameterizedTest
	@MethodSource("foreignEvents")
	void undeclaredTypeIsRefused(ParleyEvent event) {
		assertThatIllegalArgumentException().isThrownBy(() -> publish(event)).withMessageContaining(event.type());
		assertThat(kept()).isEmpty();
	}

	@Test
	void eventWithoutConsumersIsSent() {
		publish(new Dusted("shelf-4", 1));
		await().untilAsserted(() -> assertThat(kept()).isEmpty());
	}

	@Test
	void eventsStoredBeforeStopAreSentAfterwards() {
		this.relay.stop();
		publish(new Lent("shelf-5", 1));
		assertThat(next(200)).isNull();
		this.relay.start();
		assertThat(keyOf(hear(1).getFirst())).isEqualTo("shelf-5");
	}

	@Test
	void missingQueueIsDeclaredAgain() {
		this.broker.deleteQueue(QUEUE);
		publish(new Lent("shelf-6", 1));
		await().ignoreExceptions().untilAsserted(() -> assertThat(next(100)).isNotNull());
		await().untilAsserted(() -> assertThat(kept()).isEmpty());
	}

	@Test
	void leaseIsExclusiveUntilItExpires() {
		var now = InstantSource.system().instant();
		var first = new Lease(this.mongo, InstantSource.fixed(now), "work", "first");
		var second = new Lease(this.mongo, InstantSource.fixed(now), "work", "second");
		assertThat(first.acquire()).isTrue();
		assertThat(first.acquire()).isTrue();
		assertThat(second.acquire()).isFalse();
		var expired = InstantSource.fixed(now.plus(Duration.ofSeconds(11)));
		var next = new Lease(this.mongo, expired, "work", "second");
		assertThat(next.acquire()).isTrue();
		var former = new Lease(this.mongo, expired, "work", "first");
		assertThat(former.acquire()).isFalse();
		next.release();
		assertThat(former.acquire()).isTrue();
	}

}
