package org.parley.platform.jobs;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 409: the job has an open run already. */
final class JobBusyException extends ProblemException {

	JobBusyException() {
		super(HttpStatus.CONFLICT, "job.busy",
				"The job is running or waiting to run; its list of runs shows the progress.");
	}

}
