package org.parley.summary.discussion.post;

/**
 * The text of a visible post.
 *
 * @param number the post's position in the thread
 * @param text the post's text
 * @param print a hash of the post's content
 */
public record Passage(int number, String text, String print) {
}
