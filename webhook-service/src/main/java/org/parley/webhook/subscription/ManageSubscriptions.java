package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;

import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.http.EndpointAddress;
import org.parley.webhook.signature.StandardSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets administrators say who is told of what. */
@Component
@EnableConfigurationProperties(WebhookSubscriptionSettings.class)
class ManageSubscriptions {

	private static final Logger log = LoggerFactory.getLogger(ManageSubscriptions.class);

	private final WebhookSubscriptions webhookSubscriptions;

	private final WebhookSecrets webhookSecrets;

	private final EndpointAddress endpointAddress;

	private final WebhookSubscriptionSettings settings;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	ManageSubscriptions(WebhookSubscriptions webhookSubscriptions, WebhookSecrets webhookSecrets,
			EndpointAddress endpointAddress, WebhookSubscriptionSettings settings, UnitOfWork work,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.webhookSecrets = webhookSecrets;
		this.endpointAddress = endpointAddress;
		this.settings = settings;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	NewWebhookSecret subscribe(WebhookSubscriptionRequest request, Caller caller) {
		request.requireNew();
		requireGood(request);
		if (this.webhookSubscriptions.count() >= this.settings.maxSubscriptions()) {
			throw ProblemException.conflict("subscription.too-many",
					"There are %d subscriptions already; remove one first."
						.formatted(this.settings.maxSubscriptions()));
		}
		var secret = StandardSecret.random();
		var webhookSubscription = this.webhookSubscriptions.save(WebhookSubscription.create(caller.id(), request,
				this.webhookSecrets.seal(secret), this.clock.instant()));
		log(caller, webhookSubscription, "A subscription is made");
		return new NewWebhookSecret(webhookSubscription.view(), secret.text());
	}

	WebhookSubscriptionView change(String id, WebhookSubscriptionRequest request, IfMatch condition, Caller caller) {
		requireGood(request);
		return write(id, condition, caller, "A subscription is changed",
				(webhookSubscription) -> webhookSubscription.change(request))
			.view();
	}

	NewWebhookSecret rotate(String id, IfMatch condition, Caller caller) {
		var secret = StandardSecret.random();
		var until = this.clock.instant().plus(this.settings.rotation());
		var sealed = this.webhookSecrets.seal(secret);
		var webhookSubscription = write(id, condition, caller, "A subscription has a new secret",
				(found) -> found.rotate(sealed, until));
		return new NewWebhookSecret(webhookSubscription.view(), secret.text());
	}

	void remove(String id, IfMatch condition, Caller caller) {
		this.work.run(() -> {
			var webhookSubscription = existing(id, condition);
			this.webhookSubscriptions.remove(webhookSubscription);
			this.publisher.publishEvent(new SubscriptionRemoved(id));
			log(caller, webhookSubscription, "A subscription is removed");
			return id;
		});
	}

	private WebhookSubscription write(String id, IfMatch condition, Caller caller, String what,
			Consumer<WebhookSubscription> change) {
		return this.work.run(() -> {
			var webhookSubscription = existing(id, condition);
			change.accept(webhookSubscription);
			var saved = this.webhookSubscriptions.save(webhookSubscription);
			if (!saved.isActive()) {
				this.publisher.publishEvent(new SubscriptionStopped(id));
			}
			log(caller, saved, what);
			return saved;
		});
	}

	private WebhookSubscription existing(String id, IfMatch condition) {
		var webhookSubscription = this.webhookSubscriptions.existing(id);
		condition.require(webhookSubscription.version());
		return webhookSubscription;
	}

	private void requireGood(WebhookSubscriptionRequest request) {
		if (request.url() != null) {
			this.endpointAddress.fault(request.url()).ifPresent((fault) -> {
				throw ProblemException.field("url", "address", fault);
			});
		}
	}

	private static void log(Caller caller, WebhookSubscription webhookSubscription, String what) {
		log.atInfo().addKeyValue("admin", caller.id()).addKeyValue("subscription", webhookSubscription.id()).log(what);
	}

}
