package org.parley.summary.job;

import java.util.Set;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * A thread could not be summarized.
 *
 * @param summaryId the summary's id
 * @param threadId the thread's id
 * @param thread a reference to the thread
 * @param askers the ids of the accounts that requested it
 * @param code the reason
 */
@Publishes("summary.failed")
record SummaryFailed(String summaryId, String threadId, ThreadReferenceEventData thread, Set<String> askers,
		String code) implements ParleyEvent {

	@Override
	public String subject() {
		return this.summaryId;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
