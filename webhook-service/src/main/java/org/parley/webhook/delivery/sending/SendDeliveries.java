package org.parley.webhook.delivery.sending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.WebhookSubscriptions;
import org.parley.webhook.visibility.MessageVisibility;
import org.parley.webhook.visibility.MessageVisibility.VisibilityQuery;
import org.parley.webhook.visibility.Visibility;

import org.springframework.stereotype.Component;

/**
 * Checks, sends and records claimed deliveries. A crash before the record sends them
 * again, with the same {@code webhook-id}.
 */
@Component
class SendDeliveries {

	private final WebhookSubscriptions webhookSubscriptions;

	private final MessageVisibility messageVisibility;

	private final PostWebhook postWebhook;

	private final RecordDeliveryOutcome recordDeliveryOutcome;

	SendDeliveries(WebhookSubscriptions webhookSubscriptions, MessageVisibility messageVisibility,
			PostWebhook postWebhook, RecordDeliveryOutcome recordDeliveryOutcome) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.messageVisibility = messageVisibility;
		this.postWebhook = postWebhook;
		this.recordDeliveryOutcome = recordDeliveryOutcome;
	}

	/**
	 * Checks deliveries right before they are sent, with one query for each kind of
	 * thing.
	 */
	List<ClaimedDelivery> check(List<WebhookDelivery> claimed) {
		var subscriptions = this.webhookSubscriptions
			.findAll(claimed.stream().map(WebhookDelivery::subscription).distinct().toList())
			.stream()
			.filter(WebhookSubscription::isActive)
			.collect(Collectors.toMap(WebhookSubscription::id, Function.identity()));
		var wanted = claimed.stream().filter((one) -> subscriptions.containsKey(one.subscription())).toList();
		var visibilities = visibilities(wanted, subscriptions);
		return claimed.stream()
			.map((one) -> new ClaimedDelivery(one, subscriptions.get(one.subscription()),
					visibilities.getOrDefault(one.id(), Visibility.HIDDEN), null))
			.toList();
	}

	/**
	 * Sends a delivery that is ready, unless the circuit breaker of its endpoint is open.
	 */
	ClaimedDelivery send(ClaimedDelivery ready, EndpointLimit endpointLimit) {
		if (!endpointLimit.acquirePermission()) {
			return ready;
		}
		var outcome = post(ready, endpointLimit);
		if (outcome.isEndpointFailure()) {
			endpointLimit.recordFailure(outcome.took());
		}
		else {
			endpointLimit.recordSuccess(outcome.took());
		}
		return ready.with(outcome);
	}

	private HttpOutcome post(ClaimedDelivery ready, EndpointLimit endpointLimit) {
		try {
			return this.postWebhook.post(ready.delivery().message(), Objects.requireNonNull(ready.subscription()));
		}
		catch (RuntimeException ex) {
			endpointLimit.releasePermission();
			throw ex;
		}
	}

	void record(List<ClaimedDelivery> done) {
		this.recordDeliveryOutcome.record(done);
	}

	private Map<String, Visibility> visibilities(List<WebhookDelivery> deliveries,
			Map<String, WebhookSubscription> subscriptions) {
		var found = this.messageVisibility.of(deliveries.stream().map((one) -> {
			var subscription = Objects.requireNonNull(subscriptions.get(one.subscription()));
			return new VisibilityQuery(one.message().about(), subscription.owner(), subscription.limit());
		}).toList());
		var all = new HashMap<String, Visibility>();
		for (int i = 0; i < deliveries.size(); i++) {
			all.put(deliveries.get(i).id(), found.get(i));
		}
		return all;
	}

}
