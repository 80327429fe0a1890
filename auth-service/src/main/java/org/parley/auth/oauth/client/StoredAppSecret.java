package org.parley.auth.oauth.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One of an app's secrets.
 *
 * @param hash of it
 * @param createdAt when it was made
 * @param until when it counts no more; null for the latest
 */
public record StoredAppSecret(String hash, Instant createdAt, @Nullable Instant until) {

	boolean isLive(Instant now) {
		return this.until == null || now.isBefore(this.until);
	}

	/** It has a successor, and counts as long as it takes to bring that everywhere. */
	StoredAppSecret replaced(Instant end) {
		return (this.until == null) ? new StoredAppSecret(this.hash, this.createdAt, end) : this;
	}

	/** Not even the hash. */
	@Override
	public String toString() {
		return "StoredAppSecret[" + this.createdAt + ", " + this.until + "]";
	}

}
