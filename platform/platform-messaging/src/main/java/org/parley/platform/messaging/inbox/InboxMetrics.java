package org.parley.platform.messaging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;

/** Counts handled events and measures their delay and how long one is retried. */
public class InboxMetrics {

	/** Replaces a type that the catalogue does not have. */
	public static final String UNKNOWN = "unknown";

	private final MeterRegistry meters;

	private final InstantSource clock;

	/** By queue, which may have several listeners. */
	private final Map<String, List<RetriedDelivery>> retried = new ConcurrentHashMap<>();

	public InboxMetrics(MeterRegistry meters, InstantSource clock) {
		this.meters = meters;
		this.clock = clock;
	}

	public void recordHandled(String queue, EventEnvelope event) {
		count(queue, event.type(), "handled");
		var age = Duration.between(event.time(), this.clock.instant());
		this.meters.timer("parley.inbox.delay", "queue", queue).record(age.isNegative() ? Duration.ZERO : age);
	}

	public void recordDuplicate(String queue, EventEnvelope event) {
		count(queue, event.type(), "duplicate");
	}

	public void recordDead(String queue, String type) {
		count(queue, type, "dead");
	}

	/** Returns what one listener of a queue retries, which is nothing at first. */
	public RetriedDelivery retriedDelivery(String queue) {
		var delivery = new RetriedDelivery();
		this.retried.computeIfAbsent(queue, this::measureRetries).add(delivery);
		return delivery;
	}

	private List<RetriedDelivery> measureRetries(String queue) {
		var deliveries = new CopyOnWriteArrayList<RetriedDelivery>();
		Gauge.builder("parley.inbox.retrying",
				() -> deliveries.stream().mapToDouble((delivery) -> delivery.age(this.clock.instant())).max().orElse(0))
			.description("Time since the first attempt to handle an event that is retried at present")
			.baseUnit("seconds")
			.tag("queue", queue)
			.register(this.meters);
		return deliveries;
	}

	private void count(String queue, String type, String outcome) {
		this.meters.counter("parley.inbox.handled", "queue", queue, "type", type, "outcome", outcome).increment();
	}

	/** The event that a listener retries, if there is one. */
	public static final class RetriedDelivery {

		private volatile @Nullable Instant since;

		/** Begins when an attempt has failed. */
		public void begin(Instant firstAttempt) {
			this.since = firstAttempt;
		}

		public void end() {
			this.since = null;
		}

		private double age(Instant now) {
			var present = this.since;
			return (present != null) ? Math.max(0, Duration.between(present, now).toMillis() / 1000d) : 0;
		}

	}

}
