package org.parley.platform.jobs;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.jobs.JobRegistry.JobSchedule;
import org.parley.platform.jobs.JobRegistry.Known;
import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;

import static org.assertj.core.api.Assertions.assertThat;

class JobMetricsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 0 4 1 * * | 2026-11-01T04:02:00Z | 2026-11-30T12:00:00Z | 0
			0 0 4 1 * * | 2026-11-01T04:02:00Z | 2026-12-02T04:00:00Z | 86400
			0 0 2 * * * | 2026-11-01T02:01:00Z | 2026-11-02T02:00:00Z | 0
			0 0 2 * * * | 2026-11-01T02:01:00Z | 2026-11-03T03:00:00Z | 90000
			""")
	void jobIsOverdueSinceItsFirstMissedTime(String schedule, Instant success, Instant now, double overdue) {
		var job = new Known(new Watering(), JobSchedule.of(schedule));
		assertThat(JobMetrics.overdue(job, Optional.of(done(success)), Optional.empty(), now)).isEqualTo(overdue);
	}

	@Test
	void jobWithoutSuccessIsOverdueSinceItsFirstRun() {
		var job = new Known(new Watering(), JobSchedule.of("0 0 2 * * *"));
		var first = JobRun.due(job.name(), Instant.parse("2026-11-01T02:00:00Z"));
		var now = Instant.parse("2026-11-04T02:00:00Z");
		assertThat(JobMetrics.overdue(job, Optional.empty(), Optional.of(first), now)).isEqualTo(3 * 86400);
		assertThat(JobMetrics.overdue(job, Optional.empty(), Optional.empty(), now)).as("not yet due").isZero();
	}

	private static JobRun done(Instant endedAt) {
		return new JobRun("1", Watering.NAME, endedAt, JobRun.CLOCK, false, JobOutcome.DONE, 1, endedAt, endedAt, null,
				null, null, null);
	}

}
