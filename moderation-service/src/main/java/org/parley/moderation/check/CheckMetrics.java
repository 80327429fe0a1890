package org.parley.moderation.check;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.parley.moderation.check.PostCheck.Stage;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records verdicts and the backlog of checks. The gauges describe the whole cluster. */
@Component
class CheckMetrics {

	private final MeterRegistry meters;

	private final InstantSource clock;

	private final Timer delay;

	CheckMetrics(MeterRegistry meters, PostChecks postChecks, InstantSource clock) {
		this.meters = meters;
		this.clock = clock;
		this.delay = Timer.builder("parley.checks.delay")
			.description("Time from the arrival of a text to its first verdict")
			.register(meters);
		Gauge.builder("parley.checks.waiting", postChecks, (checks) -> checks.count(Stage.FIRST))
			.description("Texts without a verdict")
			.strongReference(true)
			.register(meters);
		Gauge.builder("parley.checks.again", postChecks, (checks) -> checks.count(Stage.AGAIN))
			.description("Texts with a verdict by rules that wait for the model")
			.strongReference(true)
			.register(meters);
		Gauge.builder("parley.checks.oldest.seconds", postChecks, this::oldestSeconds)
			.description("Age of the oldest text without a verdict")
			.strongReference(true)
			.register(meters);
	}

	@EventListener
	void on(PostChecked checked) {
		var postCheck = checked.postCheck();
		var judgement = checked.judgement();
		this.meters
			.counter("parley.checks", "verdict", judgement.verdict().json(), "engine",
					judgement.isByModel() ? "model" : "rules")
			.increment();
		if (postCheck.stage() == Stage.FIRST) {
			this.delay.record(Duration.between(postCheck.arrivedAt(), judgement.at()));
		}
	}

	private double oldestSeconds(PostChecks postChecks) {
		return postChecks.findOldestArrival()
			.map((since) -> Duration.between(since, this.clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

}
