package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.DeliveryAttempt;
import org.parley.webhook.delivery.DeliverySettings;
import org.parley.webhook.delivery.DeliveryStatus;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.subscription.EndpointHealth;
import org.parley.webhook.subscription.WebhookSubscription;

import org.springframework.stereotype.Component;

/** Records the outcome of a claimed delivery, unless its claim was lost. */
@Component
class RecordDeliveryOutcome {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Deliveries deliveries;

	private final EndpointHealth endpointHealth;

	private final RetrySchedule retrySchedule;

	private final DeliverySettings settings;

	private final DeliveryMetrics metrics;

	private final InstantSource clock;

	RecordDeliveryOutcome(Deliveries deliveries, EndpointHealth endpointHealth, RetrySchedule retrySchedule,
			DeliverySettings settings, DeliveryMetrics metrics, InstantSource clock) {
		this.deliveries = deliveries;
		this.endpointHealth = endpointHealth;
		this.retrySchedule = retrySchedule;
		this.settings = settings;
		this.metrics = metrics;
		this.clock = clock;
	}

	/** Records the outcome of an attempt. */
	void record(WebhookDelivery claimed, WebhookSubscription subscription, HttpOutcome outcome) {
		var attempt = DeliveryAttempt.of(outcome, this.clock.instant());
		if (outcome.isSuccess()) {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.DELIVERED);
			this.endpointHealth.recordSuccess(subscription);
			this.metrics.count("delivered", outcome.took());
		}
		else if (outcome.isGone()) {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.FAILED);
			this.endpointHealth.recordGone(subscription);
			this.metrics.count("gone", outcome.took());
		}
		else {
			retryOrFail(claimed, outcome, attempt);
			this.endpointHealth.recordFailure(subscription);
		}
	}

	private void retryOrFail(WebhookDelivery claimed, HttpOutcome outcome, DeliveryAttempt attempt) {
		var pause = this.retrySchedule.pauseAfter(claimed.tries() + 1, outcome.retryAfter());
		if (pause.isPresent()) {
			this.deliveries.retry(claimed, attempt, attempt.at().plus(pause.get()));
			this.metrics.count("retried", outcome.took());
		}
		else {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.FAILED);
			this.metrics.count("failed", outcome.took());
		}
	}

	/** Postpones a delivery that was not attempted. */
	void postpone(WebhookDelivery claimed) {
		this.deliveries.postpone(claimed, this.clock.instant().plus(PAUSE));
	}

	/**
	 * Postpones a delivery whose category is not known yet, since events arrive in any
	 * order; withholds it when the patience ends.
	 */
	void awaitCategory(WebhookDelivery claimed) {
		if (this.clock.instant().isBefore(claimed.createdAt().plus(this.settings.patience()))) {
			postpone(claimed);
		}
		else {
			withhold(claimed);
		}
	}

	/**
	 * Ends a delivery that its owner may not read; the log does not mention it unless it
	 * did before.
	 */
	void withhold(WebhookDelivery claimed) {
		if (claimed.attempts().isEmpty()) {
			this.deliveries.remove(claimed);
			this.metrics.count(DeliveryStatus.WITHHELD.word(), Duration.ZERO);
		}
		else {
			drop(claimed, DeliveryStatus.WITHHELD);
		}
	}

	/** Ends a delivery without an attempt. */
	void drop(WebhookDelivery claimed, DeliveryStatus status) {
		this.deliveries.drop(claimed, status, this.clock.instant());
		this.metrics.count(status.word(), Duration.ZERO);
	}

}
