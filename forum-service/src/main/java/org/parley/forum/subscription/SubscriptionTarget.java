package org.parley.forum.subscription;

import org.parley.contracts.LowerCaseName;
import org.parley.platform.text.TagKey;

/**
 * The target of a subscription.
 *
 * @param id the id of the thread or category, or the key of the tag
 */
public record SubscriptionTarget(Kind kind, String id) {

	/** Returns a tag in any spelling as a target. */
	static SubscriptionTarget ofTag(String tag) {
		return new SubscriptionTarget(Kind.TAG, TagKey.of(tag));
	}

	/** The kinds of targets. */
	public enum Kind implements LowerCaseName {

		THREAD, CATEGORY, TAG;

	}

}
