package org.parley.webhook.delivery;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** What became of deliveries, and how far they are behind. */
@Component
class DeliveryMetrics {

	private final MeterRegistry meters;

	DeliveryMetrics(MeterRegistry meters, Deliveries deliveries, InstantSource clock) {
		this.meters = meters;
		Gauge.builder("parley.webhooks.waiting", deliveries, Deliveries::waiting)
			.description("Deliveries that have not arrived and are not given up")
			.register(meters);
		Gauge.builder("parley.webhooks.overdue.seconds", deliveries, (all) -> overdue(all, clock))
			.description("How long ago the most overdue delivery should have had its turn")
			.register(meters);
	}

	/** Counts what became of one, and how long its endpoint took. */
	void count(String outcome, Duration took) {
		this.meters.timer("parley.webhooks.deliveries", "outcome", outcome).record(took);
	}

	private static double overdue(Deliveries deliveries, InstantSource clock) {
		return deliveries.mostOverdue()
			.map((delivery) -> Duration.between(delivery.nextAt(), clock.instant()).toMillis() / 1000d)
			.filter((seconds) -> seconds > 0)
			.orElse(0d);
	}

}
