package org.parley.moderation.model;

import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** Records the duration, tokens and cost of calls of the outside model. */
final class ModerationModelMetrics {

	static final Tag PURPOSE = Tag.of("purpose", "moderation");

	private final MeterRegistry meters;

	private final Timer calls;

	ModerationModelMetrics(MeterRegistry meters, CircuitBreaker circuit) {
		this.meters = meters;
		this.calls = Timer.builder("parley.ai.call")
			.description("Duration of each attempt to call the outside model")
			.tags(Tags.of(PURPOSE))
			.register(meters);
		Gauge
			.builder("parley.ai.circuit.open", circuit,
					(breaker) -> (breaker.getState() == CircuitBreaker.State.OPEN) ? 1 : 0)
			.description("1 while the circuit of the outside model is open")
			.tags(Tags.of(PURPOSE))
			.strongReference(true)
			.register(meters);
	}

	ModelOpinion time(Supplier<ModelOpinion> call) {
		return this.calls.record(call);
	}

	void recordAnswer(long tokens, double cost) {
		this.meters.counter("parley.ai.tokens", Tags.of(PURPOSE)).increment((double) tokens);
		this.meters.counter("parley.ai.cost", Tags.of(PURPOSE)).increment(cost);
	}

}
