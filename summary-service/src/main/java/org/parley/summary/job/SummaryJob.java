package org.parley.summary.job;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The job that makes a thread's summary. Only the last job of a thread is stored, so two
 * jobs of a thread never run at the same time.
 *
 * @param summaryId the id of the summary, new for each job
 * @param askers the ids of the accounts that requested it
 * @param through the number of the last post at the time of the request
 * @param dueAt when a worker can claim it; while claimed, when the claim expires; null
 * when finished
 * @param attempts the number of claims, which also identifies the present claim
 * @param traceparent the trace of the request
 */
@Document("jobs")
@CompoundIndex(def = "{'dueAt': 1}", sparse = true)
public record SummaryJob(@Id String threadId, String summaryId, SummaryJobState state, Set<String> askers, int through,
		Instant requestedAt, @Nullable Instant dueAt, int attempts, String correlationId,
		@Nullable String traceparent) {

	/** The maximum number of askers in an event. */
	static final int MAX_ASKERS = 1_000;

	/** The request, to which logs and traces of the job refer. */
	RequestOrigin origin() {
		return RequestOrigin.of(this.correlationId, this.traceparent);
	}

}
