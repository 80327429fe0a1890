package org.parley.platform.jobs;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.jobs.JobRegistry.JobSchedule;
import org.parley.platform.jobs.JobRegistry.Known;

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
		assertThat(JobMetrics.overdue(job, success, now)).isEqualTo(overdue);
	}

}
