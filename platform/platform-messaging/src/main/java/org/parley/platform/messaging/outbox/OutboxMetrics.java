package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import org.parley.platform.messaging.outbox.OutboxRecord.State;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.runtime.tracing.TraceParent;

/** Measures and traces the delay of the relay, and counts its results. */
public class OutboxMetrics {

	/** No text in JSON contains these quotes unescaped. */
	private static final Pattern TRACE = Pattern.compile("\"traceparent\":\"([^\"]+)\"");

	private final MeterRegistry meters;

	private final InstantSource clock;

	private final SpanRecorder spans;

	private final Timer delay;

	OutboxMetrics(MeterRegistry meters, OutboxRecords records, InstantSource clock, SpanRecorder spans) {
		this.meters = meters;
		this.clock = clock;
		this.spans = spans;
		this.delay = Timer.builder("parley.outbox.delay")
			.description("Time from the event to the broker's confirm")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(1))
			.maximumExpectedValue(Duration.ofMinutes(5))
			.register(meters);
		gauge("pending", "Events that are not sent yet", records, OutboxRecords::count);
		gauge("parked", "Events that are no longer retried", records, (all) -> all.count(State.PARKED));
		gauge("held", "Events held behind a parked one", records, (all) -> all.count(State.HELD));
		gauge("oldest.seconds", "Age of the oldest event that is not sent yet", records, this::oldest);
	}

	public void recordConfirmed(OutboxRecord event) {
		count(event, "confirmed");
		var now = this.clock.instant();
		this.delay.record(Duration.between(event.time(), now));
		if (this.spans.isTracing()) {
			traceOf(event).filter(TraceParent::sampled)
				.ifPresent((trace) -> this.spans.record("send " + event.type(), Span.Kind.PRODUCER, trace, event.time(),
						now));
		}
	}

	private static Optional<TraceParent> traceOf(OutboxRecord event) {
		var trace = TRACE.matcher(event.envelope());
		return trace.find() ? TraceParent.parse(trace.group(1)) : Optional.empty();
	}

	public void recordRefused(OutboxRecord event) {
		count(event, "refused");
	}

	public void recordParked(OutboxRecord event) {
		count(event, "parked");
	}

	private void count(OutboxRecord event, String outcome) {
		this.meters.counter("parley.outbox.sent", "type", event.type(), "outcome", outcome).increment();
	}

	private double oldest(OutboxRecords records) {
		return records.oldest()
			.map((event) -> Duration.between(event.time(), this.clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

	private void gauge(String name, String description, OutboxRecords records, ToDoubleFunction<OutboxRecords> value) {
		Gauge.builder("parley.outbox." + name, records, value)
			.description(description)
			.strongReference(true)
			.register(this.meters);
	}

}
