package org.parley.summary.job;

import org.parley.contracts.summary.SummaryRequested;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Makes requested jobs due and wakes the workers. Repeated events change nothing. */
@EventConsumer(value = "ai_summary", repeatable = true)
class SummaryRequestedListener {

	private final SummaryJobs summaryJobs;

	SummaryRequestedListener(SummaryJobs summaryJobs) {
		this.summaryJobs = summaryJobs;
	}

	@EventHandler("summary.requested")
	void on(SummaryRequested event) {
		this.summaryJobs.makeDue(event.threadId(), event.summaryId());
	}

}
