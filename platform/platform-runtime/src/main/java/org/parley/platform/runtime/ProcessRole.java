package org.parley.platform.runtime;

/**
 * The role of a process ({@code parley.role}, {@code PARLEY_ROLE}). A service with
 * workers is deployed in two roles of one jar, which scale independently.
 */
public enum ProcessRole {

	/** Answers requests; consumes no queues and runs no jobs. */
	API,
	/** Consumes queues and runs jobs; answers only health and metrics requests. */
	WORKER,
	/** Has both roles. */
	ALL;

	/** Whether the process answers requests. */
	public boolean answers() {
		return this != WORKER;
	}

	/** Whether the process consumes queues and runs jobs. */
	public boolean works() {
		return this != API;
	}

}
