package org.parley.platform.jobs;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures the number, duration and outcome of runs, and the age of the last success. */
class JobMetrics {

	private final MeterRegistry meters;

	JobMetrics(MeterRegistry meters, JobRegistry jobs, JobRuns runs, InstantSource clock) {
		this.meters = meters;
		jobs.names()
			.forEach((job) -> Gauge.builder("parley.job.last.success.age", () -> age(job, runs, clock))
				.description("Time since the last successful run; NaN before the first one")
				.baseUnit("seconds")
				.tag("job", job)
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

	private static double age(String job, JobRuns runs, InstantSource clock) {
		return runs.lastDone(job)
			.map(JobRun::endedAt)
			.map((end) -> Duration.between(end, clock.instant()).toMillis() / 1000d)
			.orElse(Double.NaN);
	}

}
