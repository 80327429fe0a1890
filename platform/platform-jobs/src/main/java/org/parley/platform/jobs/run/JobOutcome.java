package org.parley.platform.jobs.run;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The outcome of a run. */
public enum JobOutcome {

	/** No instance has started it, or an instance released it. */
	WAITING,
	/** An instance runs it. */
	RUNNING,
	/** It succeeded. */
	DONE,
	/** It threw an exception; the job runs again at the next scheduled time. */
	FAILED,
	/** It was interrupted too often and will not run again. */
	CUT_OFF;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
