package org.parley.forum.subscription;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a person may hear of.
 *
 * @param kind what it is
 * @param id of the thread or the category; the tag itself
 */
public record SubscriptionTarget(Kind kind, String id) {

	/** What can be followed. */
	public enum Kind {

		THREAD, CATEGORY, TAG;

		@JsonValue
		String json() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
