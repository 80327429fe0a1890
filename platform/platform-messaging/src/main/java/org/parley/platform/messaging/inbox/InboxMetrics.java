package org.parley.platform.messaging.inbox;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.messaging.EventEnvelope;

/** Counts handled events and measures their delay. */
public class InboxMetrics {

	/** Replaces a type that the catalogue does not have. */
	public static final String UNKNOWN = "unknown";

	private final MeterRegistry meters;

	private final InstantSource clock;

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

	private void count(String queue, String type, String outcome) {
		this.meters.counter("parley.inbox.handled", "queue", queue, "type", type, "outcome", outcome).increment();
	}

}
