package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.function.Consumer;

import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.outside.Address;
import org.parley.webhook.signature.StandardSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets administrators say who is told of what. */
@Component
@EnableConfigurationProperties(SubscriptionSettings.class)
class Subscribing {

	private static final Logger log = LoggerFactory.getLogger(Subscribing.class);

	private final Subscriptions subscriptions;

	private final Secrets secrets;

	private final Address address;

	private final SubscriptionSettings settings;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Subscribing(Subscriptions subscriptions, Secrets secrets, Address address, SubscriptionSettings settings,
			UnitOfWork work, ApplicationEventPublisher publisher, InstantSource clock) {
		this.subscriptions = subscriptions;
		this.secrets = secrets;
		this.address = address;
		this.settings = settings;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	NewSecret subscribe(SubscriptionRequest request, Caller caller) {
		request.requireNew();
		requireGood(request);
		if (this.subscriptions.count() >= this.settings.maxSubscriptions()) {
			throw ProblemException.conflict("subscription.too-many",
					"There are %d subscriptions already; remove one first."
						.formatted(this.settings.maxSubscriptions()));
		}
		var secret = StandardSecret.random();
		var subscription = this.subscriptions
			.save(Subscription.create(caller.id(), request, this.secrets.seal(secret), this.clock.instant()));
		log(caller, subscription, "A subscription is made");
		return new NewSecret(subscription.view(), secret.text());
	}

	SubscriptionView change(String id, SubscriptionRequest request, IfMatch condition, Caller caller) {
		requireGood(request);
		return write(id, condition, caller, "A subscription is changed", (subscription) -> subscription.change(request))
			.view();
	}

	NewSecret rotate(String id, IfMatch condition, Caller caller) {
		var secret = StandardSecret.random();
		var until = this.clock.instant().plus(this.settings.rotation());
		var sealed = this.secrets.seal(secret);
		var subscription = write(id, condition, caller, "A subscription has a new secret",
				(found) -> found.rotate(sealed, until));
		return new NewSecret(subscription.view(), secret.text());
	}

	void remove(String id, IfMatch condition, Caller caller) {
		this.work.run(() -> {
			var subscription = existing(id, condition);
			this.subscriptions.remove(subscription);
			this.publisher.publishEvent(new SubscriptionRemoved(id));
			log(caller, subscription, "A subscription is removed");
			return id;
		});
	}

	private Subscription write(String id, IfMatch condition, Caller caller, String what,
			Consumer<Subscription> change) {
		return this.work.run(() -> {
			var subscription = existing(id, condition);
			change.accept(subscription);
			var saved = this.subscriptions.save(subscription);
			if (!saved.isActive()) {
				this.publisher.publishEvent(new SubscriptionStopped(id));
			}
			log(caller, saved, what);
			return saved;
		});
	}

	private Subscription existing(String id, IfMatch condition) {
		var subscription = this.subscriptions.existing(id);
		condition.require(subscription.version());
		return subscription;
	}

	private void requireGood(SubscriptionRequest request) {
		if (request.url() != null) {
			this.address.fault(request.url()).ifPresent((fault) -> {
				throw ProblemException.field("url", "address", fault);
			});
		}
	}

	private static void log(Caller caller, Subscription subscription, String what) {
		log.atInfo().addKeyValue("admin", caller.id()).addKeyValue("subscription", subscription.id()).log(what);
	}

}
