package org.parley.summary.job;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Lets workers begin. Only wakes them, so it may be heard twice. */
@EventConsumer(value = "ai_summary", repeatable = true)
class SummaryRequestedListener {

	private final SummaryJobs summaryJobs;

	private final SummaryWorkers summaryWorkers;

	SummaryRequestedListener(SummaryJobs summaryJobs, SummaryWorkers summaryWorkers) {
		this.summaryJobs = summaryJobs;
		this.summaryWorkers = summaryWorkers;
	}

	@EventHandler("summary.requested")
	void on(Requested request) {
		this.summaryJobs.heard(request.threadId(), request.summaryId());
		this.summaryWorkers.signal();
	}

	/**
	 * Somebody wants a summary.
	 *
	 * @param summaryId of the job
	 * @param threadId of which thread
	 */
	record Requested(String summaryId, String threadId) {
	}

}
