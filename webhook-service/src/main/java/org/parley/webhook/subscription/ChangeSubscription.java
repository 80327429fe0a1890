package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.webhook.WebhookEndpointReported.Cause;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;
import org.parley.webhook.subscription.event.SubscriptionReaddressed;
import org.parley.webhook.subscription.event.SubscriptionRemoved;
import org.parley.webhook.subscription.event.SubscriptionStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes and removes subscriptions. */
@Component
public class ChangeSubscription {

	private static final Logger log = LoggerFactory.getLogger(ChangeSubscription.class);

	/** More subscriptions than an owner may have. */
	private static final int MOST = 10_000;

	private final WebhookSubscriptions webhookSubscriptions;

	private final CheckSubscription checkSubscription;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	private final AdministratorActs acts;

	ChangeSubscription(WebhookSubscriptions webhookSubscriptions, CheckSubscription checkSubscription,
			UnitOfWork unitOfWork, ApplicationEventPublisher publisher, InstantSource clock, AdministratorActs acts) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.checkSubscription = checkSubscription;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
		this.acts = acts;
	}

	WebhookSubscriptionView change(String id, WebhookSubscriptionRequest request, IfMatch condition, Caller caller) {
		this.checkSubscription.check(request, caller);
		return change(id, condition, caller, "Subscription changed",
				(subscription) -> subscription.change(request, caller))
			.view(this.clock.instant());
	}

	void remove(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			var subscription = get(id, condition, caller);
			this.webhookSubscriptions.remove(subscription);
			this.publisher.publishEvent(new SubscriptionRemoved(id));
			recordUnlessOwn(AdministratorAct.WEBHOOK_REMOVED, subscription, caller);
			log(caller, id, "Subscription removed");
		});
	}

	WebhookSubscription change(String id, IfMatch condition, Caller caller, String message,
			Consumer<WebhookSubscription> change) {
		return this.unitOfWork.run(() -> {
			var subscription = get(id, condition, caller);
			var before = subscription.isActive();
			var address = subscription.url();
			change.accept(subscription);
			var saved = this.webhookSubscriptions.save(subscription);
			if (!saved.url().equals(address)) {
				this.publisher.publishEvent(new SubscriptionReaddressed(id));
			}
			if (before && !saved.isActive()) {
				this.publisher.publishEvent(new SubscriptionStopped(id));
				reportToOwner(saved, caller);
			}
			recordUnlessOwn(AdministratorAct.WEBHOOK_CHANGED, saved, caller);
			log(caller, id, message);
			return saved;
		});
	}

	/** Disables the active subscriptions that revoked tokens or apps managed. */
	public void disableManagedBy(Predicate<String> token, String owner) {
		this.unitOfWork.run(() -> this.webhookSubscriptions.findOwned(owner, MOST)
			.stream()
			.filter(WebhookSubscription::isActive)
			.filter((subscription) -> subscription.isManagedBy(token))
			.forEach((subscription) -> {
				subscription.disableWithToken();
				this.webhookSubscriptions.save(subscription);
				this.publisher.publishEvent(new SubscriptionStopped(subscription.id()));
			}));
	}

	private void recordUnlessOwn(AdministratorAct act, WebhookSubscription subscription, Caller caller) {
		if (!subscription.isOwnedBy(caller)) {
			this.acts.record(act, caller.id(), subscription.owner(), subscription.id());
		}
	}

	private void reportToOwner(WebhookSubscription stopped, Caller caller) {
		if (!stopped.isOwnedBy(caller)) {
			this.publisher
				.publishEvent(stopped.report("webhook-endpoint.stopped", Cause.ADMINISTRATOR, this.clock.instant()));
		}
	}

	private WebhookSubscription get(String id, IfMatch condition, Caller caller) {
		var subscription = this.webhookSubscriptions.get(id, caller);
		condition.require(subscription.version());
		return subscription;
	}

	private static void log(Caller caller, String id, String message) {
		log.atInfo().addKeyValue("person", caller.id()).addKeyValue("subscription", id).log(message);
	}

}
