package org.parley.forum.thread.event;

/**
 * A thread has another title or other tags. Published within this process, in the
 * transaction.
 */
public record ThreadRetitled(String threadId) {
}
