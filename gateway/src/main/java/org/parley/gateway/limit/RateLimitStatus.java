package org.parley.gateway.limit;

import java.time.Duration;

/**
 * Where somebody stands within a limit after a request.
 *
 * @param limit the limit
 * @param allowed whether the request was within it, and so was counted
 * @param remaining how many more would be
 * @param reset when the quota is back or, for a refused request, when to try again
 */
record RateLimitStatus(RateLimit limit, boolean allowed, long remaining, Duration reset) {

	String header() {
		return "\"%s\";r=%d;t=%d".formatted(this.limit.name(), this.remaining, seconds());
	}

	private long seconds() {
		return Math.max(1, this.reset.plusMillis(999).toSeconds());
	}

}
