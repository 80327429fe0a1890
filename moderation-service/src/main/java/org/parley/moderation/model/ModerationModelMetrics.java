package org.parley.moderation.model;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** Records the duration, tokens and cost of calls of the outside model. */
final class ModerationModelMetrics {

	private static final double MILLION = 1_000_000;

	private final MeterRegistry meters;

	private final Tag purpose;

	private final double price;

	private final Timer calls;

	/**
	 * Creates metrics.
	 * @param price the price of a million tokens
	 */
	ModerationModelMetrics(MeterRegistry meters, Tag purpose, double price) {
		this.meters = meters;
		this.purpose = purpose;
		this.price = price;
		this.calls = Timer.builder("parley.ai.call")
			.description("Duration of each attempt to call the outside model")
			.tags(Tags.of(purpose))
			.register(meters);
	}

	ModelOpinion time(Supplier<ModelOpinion> call) {
		return this.calls.record(call);
	}

	double cost(long tokens) {
		return tokens * this.price / MILLION;
	}

	void recordAnswer(long tokens) {
		this.meters.counter("parley.ai.tokens", Tags.of(this.purpose)).increment((double) tokens);
		this.meters.counter("parley.ai.cost", Tags.of(this.purpose)).increment(cost(tokens));
	}

}
