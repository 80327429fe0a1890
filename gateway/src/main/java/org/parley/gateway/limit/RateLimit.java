package org.parley.gateway.limit;

import java.time.Duration;

/**
 * So many requests in so much time.
 *
 * @param name what the client reads in {@code RateLimit-Policy}
 * @param requests how many
 * @param window in how much time
 */
record RateLimit(String name, int requests, Duration window) {

	/**
	 * How much an instance may spend before it tells the others: a twentieth.
	 */
	int untold() {
		return Math.max(1, this.requests / 20);
	}

	String policy() {
		return "\"%s\";q=%d;w=%d".formatted(this.name, this.requests, this.window.toSeconds());
	}

}
