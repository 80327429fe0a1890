package org.parley.summary.job;

import java.util.Set;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * The summary of a thread is ready.
 *
 * @param summaryId the summary's id
 * @param threadId the thread's id
 * @param thread a reference to the thread
 * @param askers the ids of the accounts that requested it
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
