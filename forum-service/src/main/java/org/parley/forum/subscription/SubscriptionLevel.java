package org.parley.forum.subscription;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much a person wants to hear. */
public enum SubscriptionLevel {

	/** All that is new. */
	FOLLOWING,
	/** Nothing. */
	MUTED,
	/** What concerns them, as everybody. */
	NONE;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
