package org.parley.notification.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.preference.MailTiming;

/**
 * The time that a digest covers: from the end of the one before to eight in the morning,
 * in the time zone of the user, so that periods neither overlap nor leave gaps.
 */
record DigestPeriod(Instant since, Instant until) {

	private static final LocalTime EIGHT = LocalTime.of(8, 0);

	/** A first digest after noon would come as a surprise. */
	private static final int NOON = 12;

	/** A late digest disturbs nobody at night. */
	private static final int EVENING = 20;

	/**
	 * The period of a digest that is due now; empty if none is.
	 * @param last the end of the latest period; null if there was none
	 */
	static Optional<DigestPeriod> due(MailTiming timing, ZonedDateTime now, @Nullable Instant last) {
		var length = (timing == MailTiming.WEEKLY) ? Period.ofWeeks(1) : Period.ofDays(1);
		var day = (timing == MailTiming.WEEKLY) ? now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : now;
		var end = day.with(EIGHT);
		if (now.toLocalTime().isBefore(EIGHT) || now.getHour() >= EVENING) {
			return Optional.empty();
		}
		if (last == null) {
			var isMorning = day.toLocalDate().equals(now.toLocalDate()) && now.getHour() < NOON;
			return isMorning ? Optional.of(new DigestPeriod(end.minus(length).toInstant(), end.toInstant()))
					: Optional.empty();
		}
		if (!last.isBefore(end.toInstant())) {
			return Optional.empty();
		}
		var earliest = end.minus(longest(timing)).toInstant();
		return Optional.of(new DigestPeriod(last.isAfter(earliest) ? last : earliest, end.toInstant()));
	}

	/** Older news is none, when digests were off or nobody sent them. */
	private static Period longest(MailTiming timing) {
		return (timing == MailTiming.WEEKLY) ? Period.ofWeeks(2) : Period.ofWeeks(1);
	}

}
