package org.parley.moderation.model;

import java.util.Locale;

/** How a call of the provider ended, and whether another may end better at once. */
enum ModelCallOutcome {

	ANSWERED(false),
	/** 429. */
	THROTTLED(true),
	/** 5xx, or no connection. */
	FAILED(true),
	/** No answer in time. */
	SLOW(true),
	/** An answer of another form than ours. */
	MALFORMED(false),
	/** 400, 413 or 422: it does not take this text. */
	UNFIT(false),
	/** Any other 4xx: our key or its address is wrong. */
	REFUSED(false),
	/** Not called: too many calls failed. */
	OPEN(false),
	/** Not called: we have called often enough. */
	LIMITED(false);

	private final boolean worthRetrying;

	ModelCallOutcome(boolean worthRetrying) {
		this.worthRetrying = worthRetrying;
	}

	boolean isWorthRetrying() {
		return this.worthRetrying;
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
