package org.parley.moderation.model;

import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** Records calls of the outside model by outcome, their duration, tokens and cost. */
@Component
class ModerationModelMetrics {

	private final MeterRegistry meters;

	private final Timer calls;

	ModerationModelMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.calls = Timer.builder("parley.ai.call")
			.description("Duration of each attempt to call the outside model")
			.tag("purpose", "moderation")
			.register(meters);
	}

	void register(CircuitBreaker circuit) {
		Gauge
			.builder("parley.ai.circuit.open", circuit,
					(breaker) -> (breaker.getState() == CircuitBreaker.State.OPEN) ? 1 : 0)
			.description("1 while the circuit of the outside model is open")
			.tag("purpose", "moderation")
			.strongReference(true)
			.register(this.meters);
	}

	ModelOpinion time(Supplier<ModelOpinion> call) {
		return this.calls.record(call);
	}

	void recordAnswer(long tokens, double cost) {
		count(ModelCallOutcome.ANSWERED);
		this.meters.counter("parley.ai.tokens", "purpose", "moderation").increment((double) tokens);
		this.meters.counter("parley.ai.cost", "purpose", "moderation").increment(cost);
	}

	void count(ModelCallOutcome outcome) {
		this.meters.counter("parley.ai.calls", "purpose", "moderation", "outcome", outcome.tag()).increment();
	}

}
