package org.parley.moderation.model;

import java.util.Locale;

/** The outcome of a call to the provider, and whether a retry is useful. */
enum ModelCallOutcome {

	ANSWERED(false),
	/** 429. */
	THROTTLED(true),
	/** 5xx or no connection. */
	FAILED(true),
	/** The response timed out. */
	SLOW(true),
	/** The response has an unexpected form. */
	MALFORMED(false),
	/** 400, 413 or 422: the provider rejects this text. */
	UNFIT(false),
	/** Any other 4xx: the key or the URL is wrong. */
	REFUSED(false),
	/** Not called: the circuit is open. */
	OPEN(false),
	/** Not called: the rate limit is reached. */
	LIMITED(false),
	/** Not called: the budget of the day is spent. */
	SPENT(false),
	/** Not called: the cluster makes as many calls as it may. */
	BUSY(false);

	private final boolean worthRetrying;

	ModelCallOutcome(boolean worthRetrying) {
		this.worthRetrying = worthRetrying;
	}

	boolean isWorthRetrying() {
		return this.worthRetrying;
	}

	/** Whether the outcome says nothing about the provider's health. */
	boolean isOurs() {
		return this == UNFIT || this == SPENT || this == BUSY;
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
