package org.parley.forum.content;

/**
 * What a text says of its block quote: that somebody said that in a post.
 *
 * @param postId of the post
 * @param username of the author, in lower case
 * @param outermost whether it stands in no other quote
 */
public record Attribution(String postId, String username, boolean outermost) {
}
