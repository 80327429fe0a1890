package org.parley.forum.post;

/**
 * A quotation of another post.
 *
 * @param postId the id of the quoted post
 * @param authorId the id of its author
 */
public record Quote(String postId, String authorId) {
}
