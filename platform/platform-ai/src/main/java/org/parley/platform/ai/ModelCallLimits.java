package org.parley.platform.ai;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the calls that an instance makes.
 *
 * @param attempts the maximum number of attempts
 * @param firstDelay the delay before the second attempt; doubles with each attempt
 * @param longestDelay the maximum delay between attempts; a longer Retry-After ends them
 * @param callsPerMinute the maximum number of attempts per minute
 * @param circuit the circuit breaker
 */
public record ModelCallLimits(int attempts, Duration firstDelay, Duration longestDelay, int callsPerMinute,
		Circuit circuit) {

	/** The longest time of all attempts, if each takes so long. */
	public Duration maxDuration(Duration attempt) {
		return attempt.plus(this.longestDelay).multipliedBy(this.attempts);
	}

	/** The delay after an attempt: the backoff, and at least the Retry-After. */
	Duration delay(int attempt, Duration retryAfter) {
		var backoff = this.firstDelay.multipliedBy(1L << Math.min(attempt - 1, 10));
		var delay = (backoff.compareTo(this.longestDelay) < 0) ? backoff : this.longestDelay;
		return (retryAfter.compareTo(delay) > 0) ? retryAfter : delay;
	}

	/**
	 * Settings of the circuit breaker.
	 *
	 * @param window the number of latest calls that it considers
	 * @param calls the minimum number of calls before it opens
	 * @param failures the percentage of failures that opens it
	 * @param pause how long it stays open
	 */
	public record Circuit(@DefaultValue("20") int window, @DefaultValue("5") int calls,
			@DefaultValue("50") int failures, @DefaultValue("30s") Duration pause) {
	}

}
