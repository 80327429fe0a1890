package org.parley.summary.discussion.post;

/**
 * A thread has a new post.
 *
 * @param number the post's position in the thread
 */
public record PostAdded(String threadId, int number) {
}
