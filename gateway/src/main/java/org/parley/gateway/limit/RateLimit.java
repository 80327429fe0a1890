package org.parley.gateway.limit;

import java.time.Duration;

/**
 * A rate limit.
 *
 * @param name in {@code RateLimit-Policy}
 * @param requests the quota
 */
record RateLimit(String name, int requests, Duration window) {

	private static final int MOST_UNSENT = 150;

	/**
	 * The number of requests that an instance may count before it synchronizes: one
	 * twentieth, but at most {@value #MOST_UNSENT}, so that people see the usage of large
	 * quotas.
	 */
	int unsent() {
		return Math.clamp(this.requests / 20, 1, MOST_UNSENT);
	}

	/** How long a count matters after its last request: the sliding window and a rest. */
	Duration kept() {
		return this.window.multipliedBy(2);
	}

	String policy() {
		return "\"" + this.name + "\";q=" + this.requests + ";w=" + this.window.toSeconds();
	}

}
