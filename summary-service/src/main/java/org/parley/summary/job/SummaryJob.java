package org.parley.summary.job;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The making of a summary. A thread has one job, its last: so there is never a second at
 * a time.
 *
 * @param threadId of which thread
 * @param summaryId new for each job
 * @param state where it is
 * @param askers the ids of those who wait for it
 * @param through how many posts there were when it was asked for
 * @param requestedAt when that was
 * @param dueAt when a worker may take it: also at the end of another's lease; null when
 * it is done
 * @param attempts how often a worker took it; tells workers apart, too
 * @param correlationId of the request
 * @param traceparent of the request
 */
@Document("jobs")
public record SummaryJob(@Id String threadId, String summaryId, SummaryJobState state, Set<String> askers, int through,
		Instant requestedAt, @Nullable Instant dueAt, int attempts, String correlationId,
		@Nullable String traceparent) {

	/** As many as an event may name. */
	static final int MOST_ASKERS = 1_000;

	/** Work on it goes back to the request. */
	RequestOrigin origin() {
		return RequestOrigin.of(this.correlationId, this.traceparent);
	}

}
