package org.parley.webhook.subscription;

import java.time.InstantSource;

import org.parley.platform.domain.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.webhook.signature.StandardSecret;
import org.parley.webhook.subscription.secret.WebhookSecrets;

import org.springframework.stereotype.Component;

/** Gives a subscription a new secret; the previous one stays valid for a while. */
@Component
class RotateWebhookSecret {

	private final ChangeSubscription changeSubscription;

	private final WebhookSecrets webhookSecrets;

	private final WebhookSubscriptionSettings settings;

	private final InstantSource clock;

	RotateWebhookSecret(ChangeSubscription changeSubscription, WebhookSecrets webhookSecrets,
			WebhookSubscriptionSettings settings, InstantSource clock) {
		this.changeSubscription = changeSubscription;
		this.webhookSecrets = webhookSecrets;
		this.settings = settings;
		this.clock = clock;
	}

	NewWebhookSecret rotate(String id, IfMatch condition, Caller caller) {
		var secret = StandardSecret.random();
		var now = this.clock.instant();
		var until = now.plus(this.settings.rotation());
		var sealed = this.webhookSecrets.seal(secret);
		var subscription = this.changeSubscription.change(id, condition, caller, "Subscription secret rotated",
				(found) -> found.rotate(sealed, until));
		return new NewWebhookSecret(subscription.view(now), secret.text());
	}

}
