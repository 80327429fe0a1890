package org.parley.moderation.subject;

/**
 * A reference to a social post or a comment on one.
 *
 * @param kind {@code post} or {@code comment}
 * @param postId the post; of a comment, the commented one
 */
public record SocialReference(String kind, String id, String postId, AuthorReference author) {

}
