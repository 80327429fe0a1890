package org.parley.summary.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a thread.
 *
 * @param thread as it is now
 * @param post the one that opens it, when the thread is new
 */
record ThreadEventData(SummarizedThread thread, PostEventData.@Nullable State post) {
}
