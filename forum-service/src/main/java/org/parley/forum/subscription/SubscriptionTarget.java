package org.parley.forum.subscription;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The target of a subscription.
 *
 * @param kind the kind of target
 * @param id the id of the thread or category, or the tag
 */
public record SubscriptionTarget(Kind kind, String id) {

	/** The kinds of targets. */
	public enum Kind {

		THREAD, CATEGORY, TAG;

		@JsonValue
		String json() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
