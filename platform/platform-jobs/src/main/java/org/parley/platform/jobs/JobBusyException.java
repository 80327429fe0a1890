package org.parley.platform.jobs;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** A job runs, or is about to, and does not run twice at a time. */
final class JobBusyException extends ProblemException {

	JobBusyException() {
		super(HttpStatus.CONFLICT, "job.busy", "This job is running or about to; its runs show how far it is.");
	}

}
