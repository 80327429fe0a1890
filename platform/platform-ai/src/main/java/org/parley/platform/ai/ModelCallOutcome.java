package org.parley.platform.ai;

import java.util.Locale;

/** The outcome of a call to the provider. */
public enum ModelCallOutcome {

	ANSWERED,
	/** 429. */
	THROTTLED,
	/** 5xx or no connection. */
	FAILED,
	/** The response timed out. */
	SLOW,
	/** The response has an unexpected form. */
	MALFORMED,
	/** 400, 413 or 422: the provider rejects this text. */
	UNFIT,
	/** The model has answered, but has given no valid answer about this text. */
	DECLINED,
	/** Any other 4xx: the key or the URL is wrong. */
	REFUSED,
	/** Not called: the circuit is open. */
	OPEN,
	/** Not called: the rate limit is reached. */
	LIMITED,
	/** Not called: too little is left of the budget of the day. */
	SPENT,
	/** Not called: the cluster makes as many calls as it may. */
	BUSY;

	boolean isWorthRetrying() {
		return this == THROTTLED || this == FAILED || this == SLOW;
	}

	/** Whether the outcome says nothing about the provider's health. */
	boolean isOurs() {
		return this == UNFIT || this == DECLINED || this == SPENT || this == BUSY;
	}

	/** Whether the provider may have billed a call without a valid answer. */
	boolean isBilled() {
		return this == SLOW || this == MALFORMED;
	}

	/** The value of the tag {@code outcome} of metrics. */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
