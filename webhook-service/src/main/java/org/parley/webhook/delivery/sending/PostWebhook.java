package org.parley.webhook.delivery.sending;

import java.time.InstantSource;
import java.util.Map;

import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.format.MessageFormats;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.secret.WebhookSecrets;

import org.springframework.stereotype.Component;

/** Signs a message and posts it to the endpoint of a subscription. */
@Component
class PostWebhook {

	private final WebhookSecrets webhookSecrets;

	private final PublicHttpClient httpClient;

	private final MessageFormats formats;

	private final InstantSource clock;

	PostWebhook(WebhookSecrets webhookSecrets, PublicHttpClient httpClient, MessageFormats formats,
			InstantSource clock) {
		this.webhookSecrets = webhookSecrets;
		this.httpClient = httpClient;
		this.formats = formats;
		this.clock = clock;
	}

	/**
	 * Posts a message. All attempts have the same body; timestamp and signature differ.
	 */
	HttpOutcome post(WebhookMessage message, WebhookSubscription subscription) {
		var body = this.formats.body(subscription.format(), message.payload());
		var now = this.clock.instant();
		var timestamp = now.getEpochSecond();
		var signatures = this.webhookSecrets.sign(subscription.secrets(now), message.id(), timestamp, body);
		return this.httpClient.post(subscription.url(), Map.of("webhook-id", message.id(), "webhook-timestamp",
				String.valueOf(timestamp), "webhook-signature", signatures), body);
	}

}
