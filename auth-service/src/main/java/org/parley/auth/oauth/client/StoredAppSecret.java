package org.parley.auth.oauth.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stored secret of an app.
 *
 * @param until end of its validity; null for the latest
 */
public record StoredAppSecret(String hash, Instant createdAt, @Nullable Instant until) {

	boolean isLive(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	/** Limits the validity, unless it is already limited. */
	StoredAppSecret expireAt(Instant end) {
		return (this.until == null) ? new StoredAppSecret(this.hash, this.createdAt, end) : this;
	}

	/** Omits the hash. */
	@Override
	public String toString() {
		return "StoredAppSecret[" + this.createdAt + ", " + this.until + "]";
	}

}
