package org.parley.summary.job;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Lets workers begin. Only wakes them, so it may be heard twice. */
@Listens(value = "ai_summary", repeatable = true)
class RequestedListener {

	private final Jobs jobs;

	private final Workers workers;

	RequestedListener(Jobs jobs, Workers workers) {
		this.jobs = jobs;
		this.workers = workers;
	}

	@Hears("summary.requested")
	void on(Requested request) {
		this.jobs.heard(request.threadId(), request.summaryId());
		this.workers.signal();
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
