package org.parley.summary.job;

import java.util.Set;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.summary.discussion.ThreadReferenceEventData;

/**
 * A thread's summary is ready.
 *
 * @param summaryId the summary's id
 * @param threadId which thread
 * @param thread the same, as events name it
 * @param askers the ids of those who wait for it
 * @param engine the model's name, or {@code extractive}
 * @param coveredThrough the number of the last post that it covers
 */
@Publishes("summary.completed")
record SummaryCompleted(String summaryId, String threadId, ThreadReferenceEventData thread, Set<String> askers,
		String engine, int coveredThrough) implements ParleyEvent {

	@Override
	public String subject() {
		return this.summaryId;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
