package org.parley.platform.jobs;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.jobs.JobRegistry.JobSchedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobScheduleTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			0 0 2 * * *,    2026-11-20T01:59:59Z, 2026-11-19T02:00:00Z, 2026-11-20T02:00:00Z
			0 0 2 * * *,    2026-11-20T02:00:00Z, 2026-11-20T02:00:00Z, 2026-11-21T02:00:00Z
			0 */5 * * * *,  2026-11-20T12:07:31Z, 2026-11-20T12:05:00Z, 2026-11-20T12:10:00Z
			* * * * * *,    2026-11-20T12:07:31Z, 2026-11-20T12:07:31Z, 2026-11-20T12:07:32Z
			0 0 */6 * * *,  2026-03-29T03:00:00Z, 2026-03-29T00:00:00Z, 2026-03-29T06:00:00Z
			0 0 0 1 1 *,    2026-11-20T12:00:00Z, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z
			0 0 0 29 2 *,   2026-11-20T12:00:00Z, 2024-02-29T00:00:00Z, 2028-02-29T00:00:00Z
			""")
	void scheduleIsInUtc(String cron, Instant now, Instant last, Instant next) {
		var schedule = JobSchedule.of(cron);
		assertThat(schedule.last(now)).contains(last);
		assertThat(schedule.next(now)).contains(next);
	}

	@Test
	void impossibleTimeIsEmpty() {
		var never = JobSchedule.of("0 0 0 30 2 *");
		assertThat(never.next(Instant.parse("2026-11-20T12:00:00Z"))).isEmpty();
		assertThat(never.last(Instant.parse("2026-11-20T12:00:00Z"))).isEmpty();
	}

	@Test
	void invalidScheduleIsRefused() {
		assertThatThrownBy(() -> JobSchedule.of("every day")).isInstanceOf(IllegalArgumentException.class);
	}

}
