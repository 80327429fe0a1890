package org.parley.summary.job;

/** Where a job is: REQUESTED → WORKING → READY or FAILED; back to REQUESTED to wait. */
public enum SummaryJobState {

	/** Waits for a worker. */
	REQUESTED,
	/** A worker has it until its lease ends. */
	WORKING,
	/** There is a summary. */
	READY,
	/** There is none. */
	FAILED;

	/** Whether it is still to be done. */
	public boolean isOpen() {
		return this == REQUESTED || this == WORKING;
	}

}
