package org.parley.summary.discussion.event;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.thread.SummarizedThread;

/**
 * The data of thread events.
 *
 * @param thread the present state
 * @param post the first post; only for new threads
 */
record ThreadEventData(SummarizedThread thread, PostEventData.@Nullable State post) {
}
