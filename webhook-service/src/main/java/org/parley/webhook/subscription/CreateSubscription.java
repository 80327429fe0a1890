package org.parley.webhook.subscription;

import java.time.InstantSource;

import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.webhook.http.EndpointAddress;
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

	private final EndpointAddress endpointAddress;

	private final WebhookSubscriptionSettings settings;

	private final InstantSource clock;

	CreateSubscription(WebhookSubscriptions webhookSubscriptions, WebhookSecrets webhookSecrets,
			EndpointAddress endpointAddress, WebhookSubscriptionSettings settings, InstantSource clock) {
		this.webhookSubscriptions = webhookSubscriptions;
		this.webhookSecrets = webhookSecrets;
		this.endpointAddress = endpointAddress;
		this.settings = settings;
		this.clock = clock;
	}

	NewWebhookSecret create(WebhookSubscriptionRequest request, Caller caller) {
		request.requireNew();
		request.requireValidUrl(this.endpointAddress);
		if (this.webhookSubscriptions.count() >= this.settings.maxSubscriptions()) {
			throw RefusalException.conflict("subscription.too-many",
					"The limit of %d subscriptions is reached. Remove one first."
						.formatted(this.settings.maxSubscriptions()));
		}
		var secret = StandardSecret.random();
		var subscription = this.webhookSubscriptions.save(WebhookSubscription.create(caller.id(), request,
				this.webhookSecrets.seal(secret), this.clock.instant()));
		log.atInfo()
			.addKeyValue("admin", caller.id())
			.addKeyValue("subscription", subscription.id())
			.log("Subscription created");
		return new NewWebhookSecret(subscription.view(), secret.text());
	}

}
