package org.parley.contracts.forum;

/**
 * A quotation of another post.
 *
 * @param postId the id of the quoted post
 */
public record Quote(String postId, String authorId) {
}
