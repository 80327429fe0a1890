package org.parley.webhook.provider;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider that webhooks are taken from.
 *
 * @param scheme how it signs
 * @param secrets what it signs with; several while one is replaced, none when it is not
 * set up
 * @param idHeader of the scheme {@code hmac}: the event's id
 * @param timestampHeader of the scheme {@code hmac}: when it was signed, in seconds
 * @param signatureHeader of the scheme {@code hmac}: {@code sha256=} and the code
 * @param tolerance how far the time of signing may be from now
 */
record ProviderSettings(@DefaultValue("hmac") Scheme scheme, @DefaultValue List<String> secrets,
		@DefaultValue("X-Webhook-Id") String idHeader, @DefaultValue("X-Webhook-Timestamp") String timestampHeader,
		@DefaultValue("X-Webhook-Signature") String signatureHeader, @DefaultValue("5m") Duration tolerance) {

	private static final int SHORTEST = 16;

	ProviderSettings {
		secrets = secrets.stream().filter((secret) -> !secret.isBlank()).toList();
		if (secrets.stream().anyMatch((secret) -> secret.length() < SHORTEST)) {
			throw new IllegalArgumentException(
					"parley.webhooks.providers: a secret has at least %d characters".formatted(SHORTEST));
		}
	}

	WebhookProvider provider() {
		return switch (this.scheme) {
			case HMAC -> new HmacProvider(this);
			case STANDARD -> new StandardWebhooksProvider(this);
			case GITHUB -> new GitHubProvider(this);
		};
	}

	boolean isSetUp() {
		return !this.secrets.isEmpty();
	}

	@Override
	public String toString() {
		return "ProviderSettings[scheme=%s, secrets=***]".formatted(this.scheme);
	}

	/** How a provider signs. */
	enum Scheme {

		/** {@code id.timestamp.body} in hexadecimal, by settings. */
		HMAC,
		/** Standard Webhooks 1.0. */
		STANDARD,
		/** The body in hexadecimal. */
		GITHUB

	}

}
