package org.parley.platform.jobs;

import java.time.Instant;

import org.parley.platform.jobs.run.JobRunView;
import org.parley.platform.jobs.run.JobRuns;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job in the administration API.
 *
 * @param schedule the cron expression, in UTC
 * @param next the next scheduled time
 * @param lastRun the latest run, which may be active
 */
record JobView(@Schema(example = "generate-statistics") String name, @Schema(example = "0 0 */6 * * *") String schedule,
		@Nullable Instant next, @Nullable JobRunView lastRun) {

	static JobView of(JobRegistry.Known job, Instant now, JobRuns runs) {
		return new JobView(job.name(), job.job().schedule(), job.next(now).orElse(null),
				runs.last(job.name()).map(JobRunView::of).orElse(null));
	}

}
