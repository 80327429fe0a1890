package org.parley.summary.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.summary.discussion.thread.SummaryPerson;

/**
 * A summary was requested.
 *
 * @param summaryId the id of the requested summary
 * @param threadId the thread's id
 * @param by the requester; absent when the thread's activity started it
 */
@Publishes("summary.requested")
record SummaryRequested(String summaryId, String threadId,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SummaryPerson by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.summaryId;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
