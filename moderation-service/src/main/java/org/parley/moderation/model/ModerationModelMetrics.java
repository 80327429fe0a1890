package org.parley.moderation.model;

import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** Counts calls of the outside model by outcome, and what they cost. */
@Component
class ModerationModelMetrics {

	private static final double MILLION = 1_000_000;

	private final MeterRegistry meters;

	private final Timer calls;

	ModerationModelMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.calls = Timer.builder("parley.ai.call")
			.description("Calls of the outside model, one attempt each")
			.tag("purpose", "moderation")
			.register(meters);
	}

	void watch(CircuitBreaker circuit) {
		Gauge.builder("parley.ai.circuit.open", circuit, (one) -> (one.getState() == CircuitBreaker.State.OPEN) ? 1 : 0)
			.description("1 while the outside model is not asked because too many calls failed")
			.tag("purpose", "moderation")
			.strongReference(true)
			.register(this.meters);
	}

	ModelOpinion timed(Supplier<ModelOpinion> call) {
		return this.calls.record(call);
	}

	void answered(long tokens, double price) {
		ended(ModelCallOutcome.ANSWERED);
		this.meters.counter("parley.ai.tokens", "purpose", "moderation").increment((double) tokens);
		this.meters.counter("parley.ai.cost", "purpose", "moderation").increment((double) tokens * price / MILLION);
	}

	void ended(ModelCallOutcome modelCallOutcome) {
		this.meters.counter("parley.ai.calls", "purpose", "moderation", "outcome", modelCallOutcome.tag()).increment();
	}

}
