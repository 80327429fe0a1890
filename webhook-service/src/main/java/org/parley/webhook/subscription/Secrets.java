package org.parley.webhook.subscription;

import java.time.InstantSource;
import java.util.stream.Collectors;

import org.parley.platform.events.secret.Sealed;
import org.parley.platform.events.secret.Sealing;
import org.parley.webhook.signature.StandardSecret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the secrets of subscriptions sealed, and signs with them. */
@Component
public class Secrets {

	private final Sealing sealing;

	private final String service;

	private final InstantSource clock;

	/** Without a key of its own the service does not start. */
	Secrets(Sealing sealing, @Value("${spring.application.name}") String service, InstantSource clock) {
		this.sealing = sealing;
		this.service = service;
		this.clock = clock;
		seal(StandardSecret.random());
	}

	String seal(StandardSecret secret) {
		return this.sealing.seal(this.service, secret.text()).jwe();
	}

	/** The signatures of a message, as {@code webhook-signature} has them. */
	public String sign(Subscription subscription, String id, long timestamp, byte[] body) {
		return subscription.secrets(this.clock.instant())
			.map((jwe) -> new StandardSecret(this.sealing.open(new Sealed(jwe))))
			.map((secret) -> secret.sign(id, timestamp, body))
			.collect(Collectors.joining(" "));
	}

}
