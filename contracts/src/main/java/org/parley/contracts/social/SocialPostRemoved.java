package org.parley.contracts.social;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A post was deleted or hidden.
 *
 * @param post the post without its text
 * @param hidden whether moderation hides it, so that it may return; null in older events
 */
@Publishes("social-post.removed")
public record SocialPostRemoved(SocialPostReference post, @OptionalValue @Nullable Boolean hidden,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
