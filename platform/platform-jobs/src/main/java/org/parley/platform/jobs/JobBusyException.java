package org.parley.platform.jobs;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 409: the job has an open run already. */
final class JobBusyException extends RefusalException {

	JobBusyException() {
		super(RefusalKind.CONFLICT, "job.busy",
				"The job is running or waiting to run; its list of runs shows the progress.");
	}

}
