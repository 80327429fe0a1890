package org.parley.contracts.social;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/** The visibility of a post, without its text. */
@Publishes("social-post.snapshot")
public record SocialPostSnapshot(VisiblePost post) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	/**
	 * A post.
	 *
	 * @param visibility who may see it
	 * @param status whether it is shown
	 * @param version increases with every edit and the deletion
	 */
	public record VisiblePost(String id, PersonReference author, SocialVisibility visibility, SocialPostStatus status,
			long version) {
	}

}
