package org.parley.platform.jobs;

/**
 * Something that a service does by the clock: once per cluster, whichever instance does
 * it, and again when an administrator asks for it. A job that was cut off is done again,
 * so it must bear that.
 */
public interface Job {

	/** Its name in the API and in metrics, such as {@code clean-up-notifications}. */
	String name();

	/**
	 * When it runs, in UTC.
	 * @see org.springframework.scheduling.support.CronExpression
	 */
	String schedule();

	/**
	 * Does it. Interrupted when its instance stops; then it throws something, and another
	 * instance begins it anew.
	 * @return what came of it, in a short sentence without personal data
	 */
	String run();

}
