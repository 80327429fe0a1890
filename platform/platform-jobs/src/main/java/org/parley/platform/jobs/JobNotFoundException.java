package org.parley.platform.jobs;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 404: the job or the run does not exist. */
final class JobNotFoundException extends ProblemException {

	JobNotFoundException() {
		super(HttpStatus.NOT_FOUND, "job.unknown", "The job or the run does not exist.");
	}

}
