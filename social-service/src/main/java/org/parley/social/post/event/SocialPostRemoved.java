package org.parley.social.post.event;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A post was deleted or hidden.
 *
 * @param post the post without its text
 * @param hidden whether moderation hides it, so that it may return
 */
@Publishes("social-post.removed")
record SocialPostRemoved(SocialPostReference post, boolean hidden, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
