package org.parley.platform.jobs.run;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a run. */
public enum JobOutcome {

	/** Nobody has begun it yet, or whoever had begun it gave it back. */
	WAITING,
	/** An instance is at it. */
	RUNNING,
	/** It did what it is for. */
	DONE,
	/** It threw something; the next due time is the next try. */
	FAILED,
	/** It was cut off so often that nobody begins it again. */
	CUT_OFF;

	/** Whether somebody is at it or will be. */
	public boolean isOpen() {
		return this == WAITING || this == RUNNING;
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
