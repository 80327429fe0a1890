package org.parley.summary.job;

import org.parley.contracts.summary.SummaryRequested;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/** Makes requested jobs due and wakes the workers. Repeated events change nothing. */
@EventConsumer(value = "ai_summary", repeatable = true)
class SummaryRequestedListener {

	private final SummaryJobs summaryJobs;

	private final UnitOfWork unitOfWork;

	SummaryRequestedListener(SummaryJobs summaryJobs, UnitOfWork unitOfWork) {
		this.summaryJobs = summaryJobs;
		this.unitOfWork = unitOfWork;
	}

	/** The posts that came before in the same batch are stored at its end, too. */
	@EventHandler("summary.requested")
	void on(SummaryRequested event) {
		this.unitOfWork.atEnd(() -> this.summaryJobs.makeDue(event.threadId(), event.summaryId()));
	}

}
