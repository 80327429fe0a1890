package org.parley.forum.post;

/**
 * A post that another one quotes, with the name of who wrote it.
 *
 * @param postId which post
 * @param authorId who wrote it
 */
public record Quote(String postId, String authorId) {
}
