package org.parley.forum.thread;

/**
 * What a list or a page shows of a thread has changed. Told within this process, after
 * the change is committed.
 *
 * @param threadId the thread's id
 */
public record ThreadTouched(String threadId) {
}
