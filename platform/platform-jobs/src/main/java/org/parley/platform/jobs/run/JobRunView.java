package org.parley.platform.jobs.run;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run in the administration API.
 *
 * @param job by name
 * @param scheduledFor the scheduled time, or the time of the request
 * @param startedAt the time of the last start
 * @param result the result, as a sentence
 * @param by {@code clock}, or the id of the requesting administrator
 * @param instance the instance that runs it or ran it last
 * @param attempts the number of starts; more than one after interruptions
 */
public record JobRunView(@Schema(example = "01KAGV4G3ZJ8T0X3P4M5N6Q7R8") String id,
		@Schema(example = "generate-statistics") String job, Instant scheduledFor, @Nullable Instant startedAt,
		@Nullable Instant endedAt, JobOutcome outcome, @Schema(example = "Counted 12 members.") @Nullable String result,
		@Schema(example = "clock") String by, @Schema(example = "forum-service-1") @Nullable String instance,
		@Schema(example = "1") int attempts) {

	public static JobRunView of(JobRun run) {
		return new JobRunView(run.id(), run.job(), run.scheduledFor(), run.startedAt(), run.endedAt(), run.outcome(),
				run.result(), run.by(), run.instance(), run.attempts());
	}

}
