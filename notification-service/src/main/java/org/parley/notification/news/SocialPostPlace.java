package org.parley.notification.news;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;

/**
 * The social post of an event; only people who may see it are notified.
 *
 * @param visibility who might see it at the time of the event
 * @param commentId the comment; null if the event is about the post
 */
public record SocialPostPlace(String postId, String authorId, SocialVisibility visibility, @Nullable String commentId) {

	/** The link to the post, or to the comment below it. */
	public String link() {
		return link(this.postId, this.commentId);
	}

	/** The link to a post, or to a comment below it. */
	public static String link(String postId, @Nullable String commentId) {
		return "/social/posts/" + postId + ((commentId != null) ? "?comment=" + commentId : "");
	}

}
