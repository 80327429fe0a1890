package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.outbox.OutboxPublisher.ChannelClosedException;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.PartitionLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;

/**
 * Sends the records of the {@link org.parley.platform.messaging.outbox.Outbox} in the
 * partitions of this instance, in order, and removes confirmed ones. After a crash a
 * record may be sent twice; consumers recognise repeated events by id. An event that is
 * refused too often is parked, and later events of its key are held.
 */
class OutboxRelay implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final int BATCH = 200;

	private static final int ATTEMPTS = 5;

	private static final Duration FIRST_DELAY = Duration.ofMillis(200);

	private static final Duration GAP = Duration.ofMillis(10);

	private static final Duration MAINTENANCE_INTERVAL = Duration.ofSeconds(1);

	private final OutboxRecords records;

	private final PartitionLeases partitionLeases;

	private final OutboxPublisher outboxPublisher;

	private final AmqpAdmin broker;

	private final OutboxMetrics metrics;

	private final List<RelayListener> listeners;

	private final UnsentEvents unsent;

	private final InstantSource clock;

	/** Keys of refused events, with the time of the next attempt. */
	private final Map<String, Instant> delayed = new HashMap<>();

	private int oneByOne;

	private Instant maintainedAt = Instant.MIN;

	private Set<Integer> maintained = Set.of();

	/** Whether a key may have a parked event; only the holder of its partition parks. */
	private boolean mayBeStopped = true;

	OutboxRelay(OutboxRecords records, PartitionLeases partitionLeases, OutboxPublisher outboxPublisher,
			AmqpAdmin broker, OutboxMetrics metrics, List<RelayListener> listeners, UnsentEvents unsent,
			InstantSource clock) {
		this.records = records;
		this.partitionLeases = partitionLeases;
		this.outboxPublisher = outboxPublisher;
		this.broker = broker;
		this.metrics = metrics;
		this.listeners = List.copyOf(listeners);
		this.unsent = unsent;
		this.clock = clock;
	}

	/** While the leases are fresh, loading a batch finds out. */
	@Override
	public boolean waits() {
		return this.partitionLeases.isFresh() || this.records.hasUnsent();
	}

	@Override
	public Duration gap() {
		return GAP;
	}

	@Override
	public Duration poll() {
		return (this.delayed.isEmpty() && !this.unsent.isAway()) ? ClusterLoop.Work.super.poll() : FIRST_DELAY;
	}

	/**
	 * Loads, publishes and removes one batch. While the broker is away, it tells others
	 * of the events instead.
	 * @throws AmqpException when the broker is unavailable, which is not an attempt, and
	 * nobody is to be told
	 */
	@Override
	public boolean doBatch() {
		maintain();
		if (this.unsent.isAway()) {
			this.unsent.tell(this.partitionLeases.held());
			if (this.unsent.isPaused(this.clock.instant())) {
				return false;
			}
		}
		var batch = next();
		if (batch.isEmpty()) {
			return false;
		}
		var triedAt = this.clock.instant();
		var sent = this.outboxPublisher.publish(batch);
		this.listeners.forEach((listener) -> listener.relayed(sent.confirmed()));
		remove(sent.confirmed());
		sent.refused().forEach(this::refuse);
		if (!sent.refused().isEmpty()) {
			this.broker.initialize();
		}
		if (isAway(sent.interruption()) && this.unsent.begin(triedAt, this.clock.instant())) {
			this.unsent.tell(this.partitionLeases.held());
			return false;
		}
		return handleInterruption(sent.interruption()) || batch.size() == limit();
	}

	private static boolean isAway(@Nullable AmqpException interruption) {
		return interruption != null && !(interruption instanceof ChannelClosedException);
	}

	/** The next records to send, oldest first. */
	List<OutboxRecord> next() {
		var waiting = this.records.waiting(this.partitionLeases.held(), limit());
		var free = holdStopped(waiting);
		while (free.isEmpty() && !waiting.isEmpty()) {
			waiting = this.records.waiting(this.partitionLeases.held(), limit());
			free = holdStopped(waiting);
		}
		return free.stream().filter((event) -> !this.delayed.containsKey(event.partitionKey())).toList();
	}

	/** Removes confirmed records. */
	protected void remove(List<OutboxRecord> confirmed) {
		if (!confirmed.isEmpty()) {
			this.records.remove(confirmed);
			confirmed.forEach(this.metrics::recordConfirmed);
		}
	}

	private List<OutboxRecord> holdStopped(List<OutboxRecord> waiting) {
		if (waiting.isEmpty() || !this.mayBeStopped) {
			return waiting;
		}
		var stopped = this.records
			.stopped(waiting.stream().map(OutboxRecord::partitionKey).collect(Collectors.toUnmodifiableSet()));
		var held = waiting.stream().filter((event) -> isBehind(event, stopped)).toList();
		if (held.isEmpty()) {
			return waiting;
		}
		this.records.hold(held);
		return waiting.stream().filter((event) -> !held.contains(event)).toList();
	}

	private static boolean isBehind(OutboxRecord event, Map<String, BsonTimestamp> stopped) {
		var first = stopped.get(event.partitionKey());
		return first != null && first.compareTo(event.at()) < 0;
	}

	private void refuse(OutboxRecord event, String why) {
		if (event.attempts() + 1 < ATTEMPTS) {
			this.records.recordRefusal(event, why);
			this.metrics.recordRefused(event);
			this.delayed.put(event.partitionKey(),
					this.clock.instant().plus(FIRST_DELAY.multipliedBy(1L << event.attempts())));
			return;
		}
		this.mayBeStopped = true;
		this.records.park(event, why, this.clock.instant());
		this.metrics.recordParked(event);
		log.atWarn()
			.addKeyValue("event", event.id())
			.addKeyValue("type", event.type())
			.addKeyValue("cause", why)
			.log("The broker refused an event too often; it is parked");
	}

	/** When one event has closed the channel of a batch, the batch is sent one by one. */
	private boolean handleInterruption(@Nullable AmqpException interruption) {
		if (interruption instanceof ChannelClosedException) {
			this.oneByOne = BATCH;
			return true;
		}
		if (interruption != null) {
			throw interruption;
		}
		this.unsent.end();
		this.oneByOne = Math.max(0, this.oneByOne - 1);
		return this.oneByOne > 0;
	}

	private int limit() {
		return (this.oneByOne > 0) ? 1 : BATCH;
	}

	private void maintain() {
		var now = this.clock.instant();
		this.delayed.values().removeIf((until) -> !until.isAfter(now));
		var held = this.partitionLeases.held();
		if (now.isBefore(this.maintainedAt.plus(MAINTENANCE_INTERVAL)) && held.equals(this.maintained)) {
			return;
		}
		this.maintainedAt = now;
		this.maintained = held;
		this.mayBeStopped = this.records.hasStopped(held);
		if (this.mayBeStopped) {
			this.records.release(held);
		}
	}

}
