package org.parley.realtime.access.social;

import org.jspecify.annotations.Nullable;

/**
 * Data of {@code social-post.removed}.
 *
 * @param post the removed post
 * @param hidden whether moderation hides it, so that its author still sees it
 */
public record RemovedSocialPostEventData(Removed post, long version, @Nullable Boolean hidden) {

	/** Checks whether nobody sees it any more, its author included. */
	boolean isFinal() {
		return !Boolean.TRUE.equals(this.hidden);
	}

	/** A removed post. */
	public record Removed(String id, SocialPersonData author) {
	}

}
