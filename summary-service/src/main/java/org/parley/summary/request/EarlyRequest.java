package org.parley.summary.request;

import java.time.Instant;

import org.parley.summary.discussion.SummaryAudience;

/**
 * A request for the summary of a thread that its asker does not see yet.
 *
 * @param threadId of which thread
 * @param audience whose rights the asker's token had
 * @param askedAt when it was asked for
 */
record EarlyRequest(String threadId, SummaryAudience audience, Instant askedAt) {
}
