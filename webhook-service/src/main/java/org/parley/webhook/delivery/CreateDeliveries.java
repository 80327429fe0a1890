package org.parley.webhook.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.domain.Ids;
import org.parley.webhook.owner.SubscriptionOwners;
import org.parley.webhook.visibility.Subscriber;
import org.parley.webhook.visibility.Visibility;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.visibility.MessageSubject;
import org.parley.webhook.visibility.MessageVisibility;
import org.parley.webhook.visibility.Readership;
import org.parley.webhook.subscription.WebhookSubscriptions;

import org.springframework.stereotype.Component;

/** Creates a delivery for each subscription to a message. */
@Component
public class CreateDeliveries {

	static final String TEST = "webhook.test";

	private final WebhookSubscriptions webhookSubscriptions;

	private final MessageVisibility messageVisibility;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final SubscriptionOwners owners;

	private final InstantSource clock;

	CreateDeliveries(WebhookSubscriptions webhookSubscriptions, MessageVisibility messageVisibility,
			Deliveries deliveries, DeliverySignal signal, SubscriptionOwners owners, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.messageVisibility = messageVisibility;
		this.deliveries = deliveries;
		this.signal = signal;
		this.owners = owners;
		this.clock = clock;
	}

	/**
	 * Creates deliveries to subscribers who may read the subject, which is checked again
	 * before sending. Repeated calls create none twice.
	 * @return these subscribers
	 */
	public List<Subscriber> create(Optional<WebhookMessage> webhookMessage) {
		var readers = webhookMessage.map(this::readers).orElse(List.of());
		webhookMessage.ifPresent((message) -> create(message, readers));
		return readers;
	}

	/**
	 * Creates deliveries of a removal to those who could read something before it was
	 * moved, but do not get what is said of it now.
	 */
	public void createForLosers(Optional<WebhookMessage> removal, MessageSubject moved) {
		removal.ifPresent((message) -> {
			var before = readers(message);
			var keeping = readers(before, moved);
			create(message, before.stream().filter((one) -> !keeping.contains(one)).toList());
		});
	}

	/**
	 * Creates deliveries of a removal to those who could read something before it was
	 * closed, and may not any more.
	 */
	public void createForLosers(Optional<WebhookMessage> removal, Readership before, MessageSubject closed) {
		removal.ifPresent((message) -> {
			var wanting = this.webhookSubscriptions.findActive(message.type(), message.at())
				.stream()
				.filter((subscriber) -> subscriber.wants(closed))
				.toList();
			var reading = wanting.isEmpty() ? wanting : readers(wanting, before);
			var keeping = readers(reading, closed);
			create(message, reading.stream().filter((one) -> !keeping.contains(one)).toList());
		});
	}

	private List<Subscriber> readers(WebhookMessage message) {
		return readers(this.webhookSubscriptions.findActive(message.type(), message.at()), message.about());
	}

	private List<Subscriber> readers(List<Subscriber> subscribers, MessageSubject subject) {
		var wanting = subscribers.stream().filter((subscriber) -> subscriber.wants(subject)).toList();
		return wanting.isEmpty() ? wanting : readers(wanting, this.messageVisibility.of(subject));
	}

	private void create(WebhookMessage message, List<Subscriber> subscribers) {
		if (subscribers.isEmpty()) {
			return;
		}
		var now = this.clock.instant();
		this.deliveries
			.addMissing(subscribers.stream().map((one) -> WebhookDelivery.of(one.id(), message, now)).toList());
		this.signal.wakeWorker();
	}

	/**
	 * The subscribers who may read something, so that no log tells others that it exists.
	 */
	private List<Subscriber> readers(List<Subscriber> subscribers, Readership readership) {
		return switch (readership.visibility()) {
			case HIDDEN -> List.of();
			case UNKNOWN -> subscribers;
			case READABLE -> {
				if (readership.isPublic()) {
					yield subscribers;
				}
				var people = this.owners.findAll(subscribers.stream().map(Subscriber::owner).toList());
				yield subscribers.stream()
					.filter((one) -> people.containsKey(one.owner())
							&& readership.to(one.limited(people.get(one.owner()).rights())) == Visibility.READABLE)
					.toList();
			}
		};
	}

	DeliveryView createTest(WebhookSubscription webhookSubscription) {
		webhookSubscription.requireActive();
		var subscription = webhookSubscription.id();
		var now = this.clock.instant();
		var payload = "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"subscription\":\"%s\"}}".formatted(TEST, now,
				subscription);
		var webhookMessage = new WebhookMessage(Ids.next(), TEST, now, MessageSubject.NOTHING, Set.of(), payload);
		var delivery = WebhookDelivery.of(subscription, webhookMessage, now);
		this.deliveries.add(delivery);
		this.signal.wakeWorker();
		return DeliveryView.of(delivery);
	}

}
