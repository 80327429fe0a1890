package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.webhook.delivery.Deliveries;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Outcomes of deliveries, and the backlog. */
@Component
class DeliveryMetrics {

	private final MeterRegistry meters;

	DeliveryMetrics(MeterRegistry meters, Deliveries deliveries, InstantSource clock) {
		this.meters = meters;
		Gauge.builder("parley.webhooks.waiting", deliveries, Deliveries::countOpen)
			.description("Open deliveries")
			.register(meters);
		Gauge.builder("parley.webhooks.overdue.seconds", deliveries, (all) -> overdue(all, clock))
			.description("Delay of the most overdue delivery")
			.register(meters);
	}

	/** Counts an outcome with the duration of the request. */
	void count(String outcome, Duration took) {
		this.meters.timer("parley.webhooks.deliveries", "outcome", outcome).record(took);
	}

	private static double overdue(Deliveries deliveries, InstantSource clock) {
		return deliveries.findNextDue()
			.map((due) -> Duration.between(due, clock.instant()).toMillis() / 1000d)
			.filter((seconds) -> seconds > 0)
			.orElse(0d);
	}

}
