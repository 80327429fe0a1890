package org.parley.summary.job;

import org.parley.platform.events.cluster.ClusterLoops;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.transaction.UnitOfWork;

/** Makes requested jobs due and wakes the workers. Repeated events change nothing. */
@EventConsumer(value = "ai_summary", repeatable = true)
class SummaryRequestedListener {

	private final SummaryJobs summaryJobs;

	private final ClusterLoops summaryLoops;

	private final UnitOfWork unitOfWork;

	SummaryRequestedListener(SummaryJobs summaryJobs, ClusterLoops summaryLoops, UnitOfWork unitOfWork) {
		this.summaryJobs = summaryJobs;
		this.summaryLoops = summaryLoops;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("summary.requested")
	void on(Requested event) {
		this.summaryJobs.makeDue(event.threadId(), event.summaryId());
		this.unitOfWork.afterCommit(this.summaryLoops::signal);
	}

	/**
	 * The data of {@code summary.requested}.
	 *
	 * @param summaryId the id of the requested summary
	 * @param threadId the thread's id
	 */
	record Requested(String summaryId, String threadId) {
	}

}
