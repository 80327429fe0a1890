package org.parley.social.post.event;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A post was deleted or hidden.
 *
 * @param post the post without its text
 * @param hidden whether moderation hides it, so that it may return
 * @param version the version of the post
 */
@Publishes("social-post.removed")
record SocialPostRemoved(SocialPostReference post, boolean hidden, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
