package org.parley.summary.discussion.thread;

/** A thread or its category has arrived, so that its readers can request summaries. */
public record ThreadArrived() {
}
