package org.parley.moderation.subject;

/**
 * A post, a message or a thread was removed, or not everybody may see a social post and
 * the comments on it any more.
 *
 * @param contentId the id of the post, message or thread
 */
public record ContentWithdrawn(String contentId) {
}
