package org.parley.gateway.limit;

import java.time.Duration;

/**
 * The state of a rate limit after a request.
 *
 * @param allowed whether the request was within the limit and counted
 * @param remaining the remaining quota
 * @param reset when the quota resets or, after a refusal, when to retry
 */
record RateLimitStatus(RateLimit limit, boolean allowed, long remaining, Duration reset) {

	String header() {
		return "\"" + this.limit.name() + "\";r=" + this.remaining + ";t=" + seconds();
	}

	private long seconds() {
		return Math.max(1, this.reset.plusMillis(999).toSeconds());
	}

}
