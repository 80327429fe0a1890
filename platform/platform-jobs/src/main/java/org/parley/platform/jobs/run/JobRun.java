package org.parley.platform.jobs.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One run of a job: the request for it, the claim on it and its history in one. A job has
 * one open run at a time, and one run for each time that it was due.
 *
 * @param id of the run
 * @param job by name
 * @param scheduledFor when it was due, or asked for
 * @param by the clock, or the id of the administrator who asked for it
 * @param open whether somebody is at it or will be
 * @param outcome what became of it
 * @param attempts how often it was begun, but for those that were given back
 * @param startedAt when it was begun last
 * @param endedAt when it ended
 * @param result what came of it
 * @param instance who is or was at it
 * @param claim which beginning of it counts; unlike any other
 * @param until how long the claim holds unless it is renewed
 */
@Document("job_runs")
public record JobRun(@Id String id, String job, Instant scheduledFor, String by, boolean open, JobOutcome outcome,
		int attempts, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable String result,
		@Nullable String instance, @Nullable String claim, @Nullable Instant until) {

	public static final String CLOCK = "clock";

	/** A run that the clock asks for. */
	public static JobRun due(String job, Instant time) {
		return waiting(job, time, CLOCK);
	}

	/** A run that an administrator asks for. */
	public static JobRun asked(String job, Instant now, String admin) {
		return waiting(job, now, admin);
	}

	private static JobRun waiting(String job, Instant time, String by) {
		return new JobRun(Ids.next(), job, time, by, true, JobOutcome.WAITING, 0, null, null, null, null, null, null);
	}

}
