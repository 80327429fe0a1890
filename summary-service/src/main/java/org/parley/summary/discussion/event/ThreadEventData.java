package org.parley.summary.discussion.event;

import org.parley.summary.discussion.thread.SummarizedThread;

import org.jspecify.annotations.Nullable;

/**
 * The data of thread events.
 *
 * @param thread the present state
 * @param post the first post; only for new threads
 */
record ThreadEventData(SummarizedThread thread, PostEventData.@Nullable State post) {
}
