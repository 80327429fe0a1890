package org.parley.moderation.subject;

/**
 * A reference to a social post or a comment on one, as in events.
 *
 * @param kind {@code post} or {@code comment}
 * @param postId the post; of a comment, the commented one
 */
public record SocialReference(String kind, String id, String postId, AuthorReference author) {

	static SocialReference of(ModeratedPostReference post, ModeratedThreadReference place) {
		var kind = post.id().equals(place.id()) ? "post" : "comment";
		return new SocialReference(kind, post.id(), place.id(), post.author());
	}

}
