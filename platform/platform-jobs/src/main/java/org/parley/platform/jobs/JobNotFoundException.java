package org.parley.platform.jobs;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 404: the job or the run does not exist. */
final class JobNotFoundException extends RefusalException {

	JobNotFoundException() {
		super(RefusalKind.NOT_FOUND, "job.unknown", "The job or the run does not exist.");
	}

}
