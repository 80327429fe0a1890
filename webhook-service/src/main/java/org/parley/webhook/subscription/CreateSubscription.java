package org.parley.webhook.subscription;

import java.time.InstantSource;

import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.signature.StandardSecret;
import org.parley.webhook.subscription.secret.WebhookSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Creates subscriptions with a new secret. */
@Component
@EnableConfigurationProperties(WebhookSubscriptionSettings.class)
class CreateSubscription {

	private static final Logger log = LoggerFactory.getLogger(CreateSubscription.class);

	private final WebhookSubscriptions webhookSubscriptions;

	private final WebhookSecrets webhookSecrets;

	private final CheckSubscription checkSubscription;

	private final UnitOfWork unitOfWork;

	private final WebhookSubscriptionSettings settings;

	private final InstantSource clock;

	CreateSubscription(WebhookSubscriptions webhookSubscriptions, WebhookSecrets webhookSecrets,
			CheckSubscription checkSubscription, UnitOfWork unitOfWork, WebhookSubscriptionSettings settings,
			InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.webhookSecrets = webhookSecrets;
		this.checkSubscription = checkSubscription;
		this.unitOfWork = unitOfWork;
		this.settings = settings;
		this.clock = clock;
	}

	NewWebhookSecret create(WebhookSubscriptionRequest request, Caller caller) {
		this.checkSubscription.checkNew(request, caller);
		var secret = StandardSecret.random();
		var now = this.clock.instant();
		var created = WebhookSubscription.create(caller, request, this.webhookSecrets.seal(secret), now);
		var subscription = this.unitOfWork.run(() -> {
			requireFew(caller);
			return this.webhookSubscriptions.save(created);
		});
		log.atInfo()
			.addKeyValue("person", caller.id())
			.addKeyValue("subscription", subscription.id())
			.log("Subscription created");
		return new NewWebhookSecret(subscription.view(now), secret.text());
	}

	private void requireFew(Caller caller) {
		var most = caller.isAdmin() ? this.settings.maxSubscriptions() : this.settings.maxOwn();
		if (this.webhookSubscriptions.claimAndCount(caller.id()) >= most) {
			throw RefusalException.conflict("subscription.too-many",
					"The limit of %d subscriptions is reached. Remove one first.".formatted(most));
		}
	}

}
