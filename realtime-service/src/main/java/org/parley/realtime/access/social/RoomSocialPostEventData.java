package org.parley.realtime.access.social;

import org.jspecify.annotations.Nullable;

/**
 * Data of {@code social-post.created}, {@code social-post.edited} and
 * {@code social-post.snapshot}.
 *
 * @param post the post after the change
 * @param previousVisibility who might see it before the change; null for a new post
 */
public record RoomSocialPostEventData(State post, @Nullable String previousVisibility) {

	private static final String PRIVATE = "private";

	public boolean isVisibilityChanged() {
		return !this.post.visibility.equals(this.previousVisibility);
	}

	/** Checks whether the followers of the author see it, and did not before. */
	public boolean isNewToFollowers() {
		return !this.post.visibility.equals(PRIVATE)
				&& (this.previousVisibility == null || this.previousVisibility.equals(PRIVATE));
	}

	/**
	 * The post's current state.
	 *
	 * @param visibility {@code public}, {@code followers} or {@code private}
	 * @param status {@code active}, {@code hidden} or {@code removed} by moderation, or
	 * {@code deleted}; null for a shown post
	 */
	public record State(String id, SocialPersonData author, String visibility, @Nullable String status, long version) {

		/** Returns who may see it; what moderation hides is left to the author. */
		String effectiveVisibility() {
			return (this.status == null || this.status.equals("active")) ? this.visibility : PRIVATE;
		}

		boolean isRemoved() {
			return "deleted".equals(this.status);
		}

	}

}
