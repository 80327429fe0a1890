package org.parley.webhook.subscription.secret;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stored secret.
 *
 * @param jwe the secret, sealed with the key of this service
 * @param until end of its validity after a rotation; null for the current secret
 */
public record StoredWebhookSecret(String jwe, @Nullable Instant until) {

	public boolean isValid(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	@Override
	public String toString() {
		return "StoredWebhookSecret[until=" + this.until + "]";
	}

}
