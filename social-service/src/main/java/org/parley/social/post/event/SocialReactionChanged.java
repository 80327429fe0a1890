package org.parley.social.post.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.social.person.SocialPersonReference;

/**
 * A person has reacted to a post or comment, or taken the reaction back.
 *
 * @param target what the reaction is to
 * @param kind the reaction; null if it was taken back
 * @param reactions the number of reactions by kind after the change
 */
@Publishes("social-reaction.changed")
record SocialReactionChanged(ReactedTarget target, SocialPostReference post, SocialPersonReference by,
		@Nullable String kind, Map<String, Integer> reactions) implements ParleyEvent {

	@Override
	public String subject() {
		return this.target.id();
	}

	@Override
	public String partitionKey() {
		return this.post.id();
	}

	/**
	 * A post or comment.
	 *
	 * @param kind {@code post} or {@code comment}
	 */
	record ReactedTarget(String kind, String id, SocialPersonReference author) {
	}

}
