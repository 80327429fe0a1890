package org.parley.contracts.social;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person has reacted to a post or comment, or taken the reaction back.
 *
 * @param target what the reaction is to
 * @param kind the reaction; null if it was taken back
 * @param reactions the number of reactions by kind after the change
 */
@Publishes("social-reaction.changed")
public record SocialReactionChanged(ReactedTarget target, SocialPostReference post, PersonReference by,
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
	public record ReactedTarget(String kind, String id, PersonReference author) {
	}

}
