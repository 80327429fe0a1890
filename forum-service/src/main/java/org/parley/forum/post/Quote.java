package org.parley.forum.post;

/**
 * A quotation of another post.
 *
 * @param postId the id of the quoted post
 */
public record Quote(String postId, String authorId) {
}
