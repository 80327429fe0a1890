package org.parley.moderation.check;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.verdict.Judgement;

import org.springframework.stereotype.Component;

/**
 * How far checks are behind, and what they come to. The gauges are of the whole cluster.
 */
@Component
class CheckMetrics {

	private final MeterRegistry meters;

	private final InstantSource clock;

	private final Timer delay;

	CheckMetrics(MeterRegistry meters, PostChecks postChecks, InstantSource clock) {
		this.meters = meters;
		this.clock = clock;
		this.delay = Timer.builder("parley.checks.delay")
			.description("From when a text was told to its first verdict")
			.register(meters);
		Gauge.builder("parley.checks.waiting", postChecks, (all) -> all.count(Stage.FIRST))
			.description("Texts without a verdict")
			.strongReference(true)
			.register(meters);
		Gauge.builder("parley.checks.again", postChecks, (all) -> all.count(Stage.AGAIN))
			.description("Texts that rules have decided and a model has not seen")
			.strongReference(true)
			.register(meters);
		Gauge.builder("parley.checks.oldest.seconds", postChecks, this::oldest)
			.description("Age of the oldest text without a verdict")
			.strongReference(true)
			.register(meters);
	}

	void concluded(PostCheck postCheck, Judgement judgement) {
		this.meters
			.counter("parley.checks", "verdict", judgement.verdict().json(), "engine",
					judgement.isByModel() ? "model" : "rules")
			.increment();
		if (postCheck.stage() == Stage.FIRST) {
			this.delay.record(Duration.between(postCheck.since(), judgement.at()));
		}
	}

	private double oldest(PostChecks postChecks) {
		return postChecks.oldest()
			.map((since) -> Duration.between(since, this.clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

}
