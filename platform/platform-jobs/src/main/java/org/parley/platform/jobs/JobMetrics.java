package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures the number, duration and outcome of runs, and how long jobs are overdue. */
class JobMetrics {

	private final MeterRegistry meters;

	JobMetrics(MeterRegistry meters, JobRegistry jobs, JobRuns runs, InstantSource clock) {
		this.meters = meters;
		jobs.all()
			.forEach((job) -> Gauge
				.builder("parley.job.overdue",
						() -> overdue(job, runs.lastDone(job.name()), runs.oldest(job.name()), clock.instant()))
				.description("Time since the first scheduled run after the last success")
				.baseUnit("seconds")
				.tag("job", job.name())
				.register(meters));
	}

	void recordEnd(String job, JobOutcome jobOutcome, Duration duration) {
		Timer.builder("parley.job.runs")
			.description("Completed runs of jobs on this instance")
			.tag("job", job)
			.tag("outcome", jobOutcome.json())
			.register(this.meters)
			.record(duration);
	}

	/**
	 * Returns the seconds since the first scheduled time after the last success. Of a job
	 * without any, its oldest run was due and has not succeeded.
	 */
	static double overdue(JobRegistry.Known job, Optional<JobRun> lastDone, Optional<JobRun> oldest, Instant now) {
		return lastDone.map(JobRun::endedAt)
			.map(job::next)
			.orElseGet(() -> oldest.map(JobRun::scheduledFor))
			.map((missed) -> Math.max(0, Duration.between(missed, now).toMillis() / 1000d))
			.orElse(0d);
	}

}
