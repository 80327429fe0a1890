package org.parley.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import org.parley.webhook.forum.PublicVisibility;
import org.parley.webhook.http.HttpOutcome;
import org.parley.webhook.http.WebhookHttpClient;
import org.parley.webhook.subscription.EndpointHealth;
import org.parley.webhook.subscription.WebhookSecrets;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.stereotype.Component;

/**
 * Makes one delivery that this worker has claimed: {@link #send}, then {@link #record}. A
 * process that dies in between sends again, under the same id, by which the subscriber
 * knows it.
 */
@Component
class SendDelivery {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final WebhookSubscriptions webhookSubscriptions;

	private final PublicVisibility publicVisibility;

	private final Deliveries deliveries;

	private final WebhookSecrets webhookSecrets;

	private final WebhookHttpClient webhookHttpClient;

	private final EndpointHealth endpointHealth;

	private final RetrySchedule retrySchedule;

	private final DeliverySettings settings;

	private final DeliveryMetrics metrics;

	private final InstantSource clock;

	SendDelivery(WebhookSubscriptions webhookSubscriptions, PublicVisibility publicVisibility, Deliveries deliveries,
			WebhookSecrets webhookSecrets, WebhookHttpClient webhookHttpClient, EndpointHealth endpointHealth,
			RetrySchedule retrySchedule, DeliverySettings settings, DeliveryMetrics metrics, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.publicVisibility = publicVisibility;
		this.deliveries = deliveries;
		this.webhookSecrets = webhookSecrets;
		this.webhookHttpClient = webhookHttpClient;
		this.endpointHealth = endpointHealth;
		this.retrySchedule = retrySchedule;
		this.settings = settings;
		this.metrics = metrics;
		this.clock = clock;
	}

	void deliver(WebhookDelivery claimed, EndpointLimit endpointLimit) {
		var webhookSubscription = this.webhookSubscriptions.find(claimed.subscription())
			.filter(WebhookSubscription::isActive);
		if (webhookSubscription.isEmpty()) {
			drop(claimed, DeliveryStatus.CANCELLED);
			return;
		}
		switch (this.publicVisibility.of(claimed.message().about())) {
			case HIDDEN -> drop(claimed, DeliveryStatus.WITHHELD);
			case UNKNOWN -> wait(claimed);
			case PUBLIC -> deliver(claimed, webhookSubscription.get(), endpointLimit);
		}
	}

	private void deliver(WebhookDelivery claimed, WebhookSubscription webhookSubscription,
			EndpointLimit endpointLimit) {
		if (!endpointLimit.mayTry()) {
			this.deliveries.postpone(claimed, this.clock.instant().plus(SOON));
			return;
		}
		var httpOutcome = send(claimed, webhookSubscription);
		if (httpOutcome.isIll()) {
			endpointLimit.failed(httpOutcome.took());
		}
		else {
			endpointLimit.succeeded(httpOutcome.took());
		}
		record(claimed, webhookSubscription, httpOutcome);
	}

	/**
	 * The body is the same in every try; the time, and so the signature, is of this one.
	 */
	HttpOutcome send(WebhookDelivery claimed, WebhookSubscription webhookSubscription) {
		var message = claimed.message();
		var body = message.payload().getBytes(StandardCharsets.UTF_8);
		var timestamp = this.clock.instant().getEpochSecond();
		var signatures = this.webhookSecrets.sign(webhookSubscription, message.id(), timestamp, body);
		return this.webhookHttpClient.post(webhookSubscription.url(), Map.of("webhook-id", message.id(),
				"webhook-timestamp", String.valueOf(timestamp), "webhook-signature", signatures), body);
	}

	/** Writes down what came of it, unless the claim was lost meanwhile. */
	void record(WebhookDelivery claimed, WebhookSubscription webhookSubscription, HttpOutcome httpOutcome) {
		var deliveryAttempt = DeliveryAttempt.of(httpOutcome, this.clock.instant());
		if (httpOutcome.isSuccess()) {
			this.deliveries.finish(claimed, deliveryAttempt, DeliveryStatus.DELIVERED);
			this.endpointHealth.succeeded(webhookSubscription);
			this.metrics.count("delivered", httpOutcome.took());
		}
		else if (httpOutcome.isGone()) {
			this.deliveries.finish(claimed, deliveryAttempt, DeliveryStatus.FAILED);
			this.endpointHealth.gone(webhookSubscription);
			this.metrics.count("gone", httpOutcome.took());
		}
		else {
			retry(claimed, httpOutcome, deliveryAttempt);
			this.endpointHealth.failed(webhookSubscription);
		}
	}

	private void retry(WebhookDelivery claimed, HttpOutcome httpOutcome, DeliveryAttempt deliveryAttempt) {
		var pause = this.retrySchedule.after(claimed.tries() + 1, httpOutcome.retryAfter());
		if (pause.isPresent()) {
			this.deliveries.retry(claimed, deliveryAttempt, deliveryAttempt.at().plus(pause.get()));
			this.metrics.count("retried", httpOutcome.took());
		}
		else {
			this.deliveries.finish(claimed, deliveryAttempt, DeliveryStatus.FAILED);
			this.metrics.count("failed", httpOutcome.took());
		}
	}

	/** Events of a category and of its threads may come in any order. */
	private void wait(WebhookDelivery claimed) {
		var now = this.clock.instant();
		if (now.isBefore(claimed.createdAt().plus(this.settings.patience()))) {
			this.deliveries.postpone(claimed, now.plus(SOON));
		}
		else {
			drop(claimed, DeliveryStatus.WITHHELD);
		}
	}

	private void drop(WebhookDelivery claimed, DeliveryStatus status) {
		this.deliveries.drop(claimed, status, this.clock.instant());
		this.metrics.count(status.word(), Duration.ZERO);
	}

}
