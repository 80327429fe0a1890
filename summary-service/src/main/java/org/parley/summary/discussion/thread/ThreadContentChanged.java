package org.parley.summary.discussion.thread;

/**
 * The state of a thread has changed.
 *
 * @param threadId the thread's id
 */
public record ThreadContentChanged(String threadId) {
}
