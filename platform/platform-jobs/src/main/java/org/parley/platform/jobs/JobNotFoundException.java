package org.parley.platform.jobs;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** 404: the job or the run does not exist. */
final class JobNotFoundException extends ProblemException {

	JobNotFoundException() {
		super(RefusalKind.NOT_FOUND, "job.unknown", "The job or the run does not exist.");
	}

}
