package org.parley.social.snapshot;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.readmodels.relation.SocialVisibility;
import org.parley.social.person.SocialPersonReference;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPostStatus;

/** The visibility of a post, without its text. */
@Publishes("social-post.snapshot")
record SocialPostSnapshot(Shown post) implements ParleyEvent {

	static SocialPostSnapshot of(SocialPost post, SocialPersonReference author) {
		return new SocialPostSnapshot(new Shown(post.id(), author, post.visibility(), post.status(), post.version()));
	}

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
	record Shown(String id, SocialPersonReference author, SocialVisibility visibility, SocialPostStatus status,
			long version) {
	}

}
