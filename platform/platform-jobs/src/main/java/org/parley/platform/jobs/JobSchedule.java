package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.CronExpression;

/**
 * The schedule of a job, in UTC.
 *
 * @param cron its cron expression
 */
record JobSchedule(CronExpression cron) {

	/** From short to long, to limit the number of visited times of frequent jobs. */
	private static final List<Duration> BACK = List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1),
			Duration.ofDays(32), Duration.ofDays(366), Duration.ofDays(4 * 366));

	static JobSchedule of(String text) {
		return new JobSchedule(CronExpression.parse(text));
	}

	/** The first scheduled time after the given one. */
	Optional<Instant> next(Instant after) {
		return Optional.ofNullable(this.cron.next(after.atOffset(ZoneOffset.UTC))).map(OffsetDateTime::toInstant);
	}

	/** The last scheduled time that is not after the given one. */
	Optional<Instant> last(Instant until) {
		return BACK.stream()
			.flatMap((span) -> next(until.minus(span)).stream())
			.filter((time) -> !time.isAfter(until))
			.findFirst()
			.map((time) -> walk(time, until));
	}

	private Instant walk(Instant from, Instant until) {
		var last = from;
		@Nullable Instant time = from;
		while (time != null && !time.isAfter(until)) {
			last = time;
			time = next(time).orElse(null);
		}
		return last;
	}

}
