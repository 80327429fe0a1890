package org.parley.summary.job;

/** REQUESTED → WORKING → READY or FAILED; a released job is REQUESTED again. */
public enum SummaryJobState {

	/** The job waits for a worker. */
	REQUESTED,
	/** A worker has claimed the job. */
	WORKING,
	/** The summary is stored. */
	READY,
	/** No summary could be made. */
	FAILED;

	/** Whether the job is unfinished. */
	public boolean isOpen() {
		return this == REQUESTED || this == WORKING;
	}

}
