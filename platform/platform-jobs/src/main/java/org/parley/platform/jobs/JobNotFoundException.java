package org.parley.platform.jobs;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such job, or no such run of it. */
final class JobNotFoundException extends ProblemException {

	JobNotFoundException() {
		super(HttpStatus.NOT_FOUND, "job.unknown", "There is no such job or run.");
	}

}
