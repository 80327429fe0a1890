package org.parley.summary.job;

import java.util.Set;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.summary.discussion.ThreadReferenceEventData;

/**
 * A thread could not be summarized.
 *
 * @param summaryId the summary's id
 * @param threadId which thread
 * @param thread the same, as events name it
 * @param askers the ids of those who wait for it
 * @param code why
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
