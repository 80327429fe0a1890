package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

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
						() -> runs.lastDone(job.name())
							.map(JobRun::endedAt)
							.map((success) -> overdue(job, success, clock.instant()))
							.orElse(Double.NaN))
				.description("Time since the first scheduled run after the last success; NaN before the first one")
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

	/** Returns the seconds since the first scheduled time after a success. */
	static double overdue(JobRegistry.Known job, Instant success, Instant now) {
		return job.next(success)
			.map((missed) -> Math.max(0, Duration.between(missed, now).toMillis() / 1000d))
			.orElse(0d);
	}

}
