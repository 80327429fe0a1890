package org.parley.forum.subscription;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The notification level of a subscription. */
public enum SubscriptionLevel {

	/** Notifications about all new content. */
	FOLLOWING,
	/** No notifications. */
	MUTED,
	/** The default: only notifications addressed to the member. */
	NONE;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
