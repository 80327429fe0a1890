package org.parley.platform.web;

/**
 * Which of a service's duties a process has ({@code parley.role}, {@code PARLEY_ROLE}):
 * services with workers are deployed as two roles of one jar, which are scaled apart.
 */
public enum ProcessRole {

	/** Answers requests; leaves queues and jobs to workers. */
	API,
	/** Takes from queues and does jobs; serves health and metrics only. */
	WORKER,
	/** Both. */
	ALL;

	/** Whether it answers requests. */
	public boolean answers() {
		return this != WORKER;
	}

	/** Whether it takes from queues and does jobs. */
	public boolean works() {
		return this != API;
	}

}
