package org.parley.platform.jobs;

/**
 * A scheduled task of a service. It runs once per cluster on any instance, and when an
 * administrator requests it. An interrupted job runs again, so it must be repeatable.
 */
public interface Job {

	/** The name in the API and in metrics, such as {@code clean-up-notifications}. */
	String name();

	/**
	 * The cron schedule, in UTC.
	 * @see org.springframework.scheduling.support.CronExpression
	 */
	String schedule();

	/**
	 * Runs the job. The thread is interrupted when its instance stops; the job must then
	 * throw an exception, and another instance runs it again.
	 * @return the result, as a short sentence without personal data
	 */
	String run();

}
