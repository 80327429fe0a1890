package org.parley.forum.thread.event;

/**
 * A thread changed in a way that lists or pages show. Published within this process,
 * after the commit.
 *
 * @param threadId the thread's id
 */
public record ThreadTouched(String threadId) {
}
