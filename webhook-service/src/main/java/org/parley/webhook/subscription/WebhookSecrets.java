package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.stream.Collectors;

import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;
import org.parley.webhook.signature.StandardSecret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the secrets of subscriptions sealed, and signs with them. */
@Component
public class WebhookSecrets {

	private final EventSecretCipher eventSecretCipher;

	private final String service;

	private final InstantSource clock;

	/** Without a key of its own the service does not start. */
	WebhookSecrets(EventSecretCipher eventSecretCipher, @Value("${spring.application.name}") String service,
			InstantSource clock) {
		this.eventSecretCipher = eventSecretCipher;
		this.service = service;
		this.clock = clock;
		seal(StandardSecret.random());
	}

	String seal(StandardSecret secret) {
		return this.eventSecretCipher.seal(this.service, secret.text()).jwe();
	}

	/** The signatures of a message, as {@code webhook-signature} has them. */
	public String sign(WebhookSubscription webhookSubscription, String id, long timestamp, byte[] body) {
		return webhookSubscription.secrets(this.clock.instant())
			.map((jwe) -> new StandardSecret(this.eventSecretCipher.open(new SealedEventSecret(jwe))))
			.map((secret) -> secret.sign(id, timestamp, body))
			.collect(Collectors.joining(" "));
	}

}
