package org.parley.summary.discussion.post;

/**
 * A post was created, edited, moved, removed or moderated.
 *
 * @param number the post's position in the thread
 * @param print a hash of the present content; empty if readers cannot see the post
 */
public record PostContentChanged(String threadId, int number, String print) {
}
