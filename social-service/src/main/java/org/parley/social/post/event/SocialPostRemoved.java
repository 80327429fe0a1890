package org.parley.social.post.event;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A post was deleted or hidden.
 *
 * @param post the post without its text
 * @param version the version of the post
 */
@Publishes("social-post.removed")
record SocialPostRemoved(SocialPostReference post, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.post.id();
	}

}
