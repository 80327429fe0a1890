package org.parley.summary.request;

import org.parley.platform.security.category.Audience;
import java.time.Instant;

/**
 * A request for the summary of a thread that has not arrived or is not readable.
 *
 * @param threadId the thread's id
 * @param audience the audience of the requester's token
 * @param askedAt when the summary was requested
 */
record EarlyRequest(String threadId, Audience audience, Instant askedAt) {
}
