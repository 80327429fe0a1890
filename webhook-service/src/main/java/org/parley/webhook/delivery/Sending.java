package org.parley.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import org.parley.webhook.forum.Readership;
import org.parley.webhook.outside.Outcome;
import org.parley.webhook.outside.Outside;
import org.parley.webhook.subscription.Health;
import org.parley.webhook.subscription.Secrets;
import org.parley.webhook.subscription.Subscription;
import org.parley.webhook.subscription.Subscriptions;

import org.springframework.stereotype.Component;

/**
 * Makes one delivery that this worker has claimed: {@link #send}, then {@link #record}. A
 * process that dies in between sends again, under the same id, by which the subscriber
 * knows it.
 */
@Component
class Sending {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final Subscriptions subscriptions;

	private final Readership readership;

	private final Deliveries deliveries;

	private final Secrets secrets;

	private final Outside outside;

	private final Health health;

	private final Schedule schedule;

	private final DeliverySettings settings;

	private final DeliveryMetrics metrics;

	private final InstantSource clock;

	Sending(Subscriptions subscriptions, Readership readership, Deliveries deliveries, Secrets secrets, Outside outside,
			Health health, Schedule schedule, DeliverySettings settings, DeliveryMetrics metrics, InstantSource clock) {
		this.subscriptions = subscriptions;
		this.readership = readership;
		this.deliveries = deliveries;
		this.secrets = secrets;
		this.outside = outside;
		this.health = health;
		this.schedule = schedule;
		this.settings = settings;
		this.metrics = metrics;
		this.clock = clock;
	}

	void deliver(Delivery claimed, Lane lane) {
		var subscription = this.subscriptions.find(claimed.subscription()).filter(Subscription::isActive);
		if (subscription.isEmpty()) {
			drop(claimed, DeliveryStatus.CANCELLED);
			return;
		}
		switch (this.readership.of(claimed.message().about())) {
			case HIDDEN -> drop(claimed, DeliveryStatus.WITHHELD);
			case UNKNOWN -> wait(claimed);
			case PUBLIC -> deliver(claimed, subscription.get(), lane);
		}
	}

	private void deliver(Delivery claimed, Subscription subscription, Lane lane) {
		if (!lane.mayTry()) {
			this.deliveries.postpone(claimed, this.clock.instant().plus(SOON));
			return;
		}
		var outcome = send(claimed, subscription);
		if (outcome.isIll()) {
			lane.failed(outcome.took());
		}
		else {
			lane.succeeded(outcome.took());
		}
		record(claimed, subscription, outcome);
	}

	/**
	 * The body is the same in every try; the time, and so the signature, is of this one.
	 */
	Outcome send(Delivery claimed, Subscription subscription) {
		var message = claimed.message();
		var body = message.payload().getBytes(StandardCharsets.UTF_8);
		var timestamp = this.clock.instant().getEpochSecond();
		var signatures = this.secrets.sign(subscription, message.id(), timestamp, body);
		return this.outside.post(subscription.url(), Map.of("webhook-id", message.id(), "webhook-timestamp",
				String.valueOf(timestamp), "webhook-signature", signatures), body);
	}

	/** Writes down what came of it, unless the claim was lost meanwhile. */
	void record(Delivery claimed, Subscription subscription, Outcome outcome) {
		var attempt = Attempt.of(outcome, this.clock.instant());
		if (outcome.isSuccess()) {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.DELIVERED);
			this.health.succeeded(subscription);
			this.metrics.count("delivered", outcome.took());
		}
		else if (outcome.isGone()) {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.FAILED);
			this.health.gone(subscription);
			this.metrics.count("gone", outcome.took());
		}
		else {
			retry(claimed, outcome, attempt);
			this.health.failed(subscription);
		}
	}

	private void retry(Delivery claimed, Outcome outcome, Attempt attempt) {
		var pause = this.schedule.after(claimed.tries() + 1, outcome.retryAfter());
		if (pause.isPresent()) {
			this.deliveries.retry(claimed, attempt, attempt.at().plus(pause.get()));
			this.metrics.count("retried", outcome.took());
		}
		else {
			this.deliveries.finish(claimed, attempt, DeliveryStatus.FAILED);
			this.metrics.count("failed", outcome.took());
		}
	}

	/** Events of a category and of its threads may come in any order. */
	private void wait(Delivery claimed) {
		var now = this.clock.instant();
		if (now.isBefore(claimed.createdAt().plus(this.settings.patience()))) {
			this.deliveries.postpone(claimed, now.plus(SOON));
		}
		else {
			drop(claimed, DeliveryStatus.WITHHELD);
		}
	}

	private void drop(Delivery claimed, DeliveryStatus status) {
		this.deliveries.drop(claimed, status, this.clock.instant());
		this.metrics.count(status.word(), Duration.ZERO);
	}

}
