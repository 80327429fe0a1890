package org.parley.webhook.subscription;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A secret as it is stored.
 *
 * @param jwe sealed with this service's key
 * @param until when it ends, once another has taken its place
 */
record StoredWebhookSecret(String jwe, @Nullable Instant until) {

	boolean isValid(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	@Override
	public String toString() {
		return "StoredWebhookSecret[until=" + this.until + "]";
	}

}
