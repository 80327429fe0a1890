package org.parley.summary.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.summary.discussion.SummaryPerson;

/**
 * Somebody wants to know what a thread comes to.
 *
 * @param summaryId of the job
 * @param threadId of which thread
 * @param by who asked; absent when the thread's activity did
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
