package org.parley.summary.request;

import java.time.Instant;
import org.parley.platform.readmodels.category.Audience;

/**
 * A request for the summary of a thread that has not arrived or is not readable.
 *
 * @param audience the audience of the requester's token
 * @param askedAt when the summary was requested
 */
record EarlyRequest(String threadId, Audience audience, Instant askedAt) {
}
