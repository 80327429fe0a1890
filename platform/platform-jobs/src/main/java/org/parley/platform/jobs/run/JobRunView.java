package org.parley.platform.jobs.run;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run, as administrators see it.
 *
 * @param id of the run
 * @param job by name
 * @param scheduledFor when it was due, or asked for
 * @param startedAt when it was begun last
 * @param endedAt when it ended
 * @param outcome what became of it
 * @param result what came of it, in a sentence
 * @param by {@code clock}, or the id of the administrator who asked for it
 * @param instance who is or was at it
 * @param attempts how often it was begun; more than once when it was cut off
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
