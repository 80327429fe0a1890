package org.parley.platform.jobs.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A run of a job: its request, claim and history. A job has at most one open run, and one
 * run for each scheduled time.
 *
 * @param job by name
 * @param scheduledFor the scheduled time, or the time of the request
 * @param by {@code clock}, or the id of the requesting administrator
 * @param open whether it is waiting or running
 * @param attempts the number of starts, without released ones
 * @param startedAt the time of the last start
 * @param result the result, as a sentence
 * @param instance the instance that runs it or ran it last
 * @param claim a unique id of the current claim
 * @param until when the claim expires
 */
@Document("job_runs")
public record JobRun(@Id String id, String job, Instant scheduledFor, String by, boolean open, JobOutcome outcome,
		int attempts, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable String result,
		@Nullable String instance, @Nullable String claim, @Nullable Instant until) {

	public static final String CLOCK = "clock";

	/** A scheduled run. */
	public static JobRun due(String job, Instant time) {
		return waiting(job, time, CLOCK);
	}

	/** A run that an administrator requests. */
	public static JobRun requested(String job, Instant now, String admin) {
		return waiting(job, now, admin);
	}

	private static JobRun waiting(String job, Instant time, String by) {
		return new JobRun(Ids.next(), job, time, by, true, JobOutcome.WAITING, 0, null, null, null, null, null, null);
	}

}
