package org.parley.webhook.subscription.secret;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.webhook.signature.StandardSecret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals the secrets of subscriptions, and signs messages with them. */
@Component
public class WebhookSecrets {

	private static final int OPENED = 1_000;

	private static final Duration KEPT_OPEN = Duration.ofMinutes(1);

	private final EventSecretCipher eventSecretCipher;

	private final String service;

	/** Opened secrets, for the messages of a burst. */
	private final LoadingCache<String, StandardSecret> opened = Caffeine.newBuilder()
		.maximumSize(OPENED)
		.expireAfterWrite(KEPT_OPEN)
		.build(this::open);

	/** Fails at startup if the key of this service is missing. */
	WebhookSecrets(EventSecretCipher eventSecretCipher, @Value("${spring.application.name}") String service) {
		this.eventSecretCipher = eventSecretCipher;
		this.service = service;
		seal(StandardSecret.random());
	}

	public String seal(StandardSecret secret) {
		return this.eventSecretCipher.seal(this.service, secret.text()).jwe();
	}

	/** The header {@code webhook-signature} of a message, signed with sealed secrets. */
	public String sign(Stream<String> sealedSecrets, String id, long timestamp, byte[] body) {
		return sealedSecrets.map(this.opened::get)
			.map((secret) -> secret.sign(id, timestamp, body))
			.collect(Collectors.joining(" "));
	}

	private StandardSecret open(String jwe) {
		return new StandardSecret(this.eventSecretCipher.open(new SealedEventSecret(jwe)));
	}

}
