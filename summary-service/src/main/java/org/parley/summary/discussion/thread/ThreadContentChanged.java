package org.parley.summary.discussion.thread;

/** The state of a thread has changed. */
public record ThreadContentChanged(String threadId) {
}
