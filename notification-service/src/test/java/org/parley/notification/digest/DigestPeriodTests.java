package org.parley.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.preference.MailTiming;

import org.springframework.scheduling.support.CronExpression;

import static org.assertj.core.api.Assertions.assertThat;

/** 2026-03-02 is a Monday. */
class DigestPeriodTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# a first digest
			DAILY,  2026-03-04T07:59, -,                -,                -
			DAILY,  2026-03-04T08:00, -,                2026-03-03T08:00, 2026-03-04T08:00
			DAILY,  2026-03-04T11:59, -,                2026-03-03T08:00, 2026-03-04T08:00
			DAILY,  2026-03-04T12:00, -,                -,                -
			WEEKLY, 2026-03-02T08:00, -,                2026-02-23T08:00, 2026-03-02T08:00
			WEEKLY, 2026-03-03T08:00, -,                -,                -
			# the next one
			DAILY,  2026-03-04T09:00, 2026-03-04T08:00, -,                -
			DAILY,  2026-03-05T08:00, 2026-03-04T08:00, 2026-03-04T08:00, 2026-03-05T08:00
			WEEKLY, 2026-03-09T08:00, 2026-03-02T08:00, 2026-03-02T08:00, 2026-03-09T08:00
			WEEKLY, 2026-03-08T08:00, 2026-03-02T08:00, -,                -
			# after an outage
			DAILY,  2026-03-05T19:59, 2026-03-04T08:00, 2026-03-04T08:00, 2026-03-05T08:00
			DAILY,  2026-03-05T20:00, 2026-03-04T08:00, -,                -
			DAILY,  2026-03-06T03:00, 2026-03-04T08:00, -,                -
			DAILY,  2026-03-06T08:00, 2026-03-04T08:00, 2026-03-04T08:00, 2026-03-06T08:00
			DAILY,  2026-03-31T08:00, 2026-03-04T08:00, 2026-03-24T08:00, 2026-03-31T08:00
			WEEKLY, 2026-03-11T14:00, 2026-03-02T08:00, 2026-03-02T08:00, 2026-03-09T08:00
			WEEKLY, 2026-03-11T03:00, 2026-03-02T08:00, -,                -
			WEEKLY, 2026-06-01T08:00, 2026-03-02T08:00, 2026-05-18T08:00, 2026-06-01T08:00
			""")
	void digestCoversTheTimeSinceTheOneBefore(MailTiming timing, LocalDateTime now, @Nullable LocalDateTime last,
			@Nullable LocalDateTime since, @Nullable LocalDateTime until) {
		var zone = ZoneId.of("America/Sao_Paulo");
		var due = DigestPeriod.due(timing, now.atZone(zone), (last != null) ? last.atZone(zone).toInstant() : null);
		if (since == null || until == null) {
			assertThat(due).isEmpty();
			return;
		}
		assertThat(due).hasValue(new DigestPeriod(since.atZone(zone).toInstant(), until.atZone(zone).toInstant()));
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 2026-03-29, 23", "Europe/Berlin, 2026-10-25, 25", "America/New_York, 2026-03-08, 23",
			"America/New_York, 2026-11-01, 25", "Australia/Lord_Howe, 2026-04-05, 24",
			"Africa/Casablanca, 2026-03-22, 23", "Asia/Tokyo, 2026-03-29, 24", "Pacific/Apia, 2026-03-29, 24" })
	void eightIsEightOnDaysThatAreLongerOrShorter(ZoneId zone, LocalDate day, int hours) {
		var last = day.minusDays(1).atTime(8, 0).atZone(zone).toInstant();
		var due = DigestPeriod.due(MailTiming.DAILY, day.atTime(9, 0).atZone(zone), last).orElseThrow();
		assertThat(due.until().atZone(zone).getHour()).isEqualTo(8);
		assertThat(Duration.between(due.since(), due.until()).toMinutes()).isBetween(hours * 60L - 30,
				hours * 60L + 30);
	}

	/** Each minute of a year belongs to one digest, whenever the job runs. */
	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, DAILY", "America/Santiago, DAILY", "Pacific/Chatham, DAILY", "Africa/Cairo, WEEKLY",
			"Australia/Lord_Howe, WEEKLY", "Antarctica/Troll, DAILY" })
	void periodsOfAYearNeitherOverlapNorLeaveGaps(ZoneId zone, MailTiming timing) {
		var periods = new ArrayList<DigestPeriod>();
		var end = Instant.parse("2027-01-05T00:00:00Z");
		Instant last = null;
		for (var now = Instant.parse("2026-01-01T00:00:00Z"); now.isBefore(end); now = now.plusSeconds(3600)) {
			var local = now.atZone(zone);
			var isDown = local.getDayOfMonth() == 13 || (local.getHour() < 14 && local.getDayOfMonth() % 9 == 0);
			var due = isDown ? Optional.<DigestPeriod>empty() : DigestPeriod.due(timing, local, last);
			if (due.isPresent()) {
				periods.add(due.get());
				last = due.get().until();
			}
		}
		for (int i = 1; i < periods.size(); i++) {
			assertThat(periods.get(i).since()).isEqualTo(periods.get(i - 1).until());
		}
		assertThat(periods)
			.hasSizeBetween((timing == MailTiming.DAILY) ? 350 : 52, (timing == MailTiming.DAILY) ? 370 : 54)
			.allMatch((period) -> period.until().atZone(zone).getHour() == 8);
	}

	@Test
	void movedUserGetsNoNewsTwice() {
		var tokyo = ZonedDateTime.of(2026, 3, 4, 8, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
		var first = DigestPeriod.due(MailTiming.DAILY, tokyo, null).orElseThrow();
		var berlin = ZonedDateTime.of(2026, 3, 4, 8, 0, 0, 0, ZoneId.of("Europe/Berlin"));
		assertThat(DigestPeriod.due(MailTiming.DAILY, berlin, first.until()))
			.hasValue(new DigestPeriod(first.until(), berlin.toInstant()));
		var honolulu = tokyo.withZoneSameInstant(ZoneId.of("Pacific/Honolulu")).plusHours(1);
		assertThat(DigestPeriod.due(MailTiming.DAILY, honolulu, first.until())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Adelaide", "Australia/Eucla",
			"Pacific/Chatham", "America/St_Johns", "Asia/Tehran" })
	void jobRunsAtEightInEveryZone(String zone) {
		var eight = LocalDate.of(2026, 7, 1).atTime(8, 0).atZone(ZoneId.of(zone)).withZoneSameInstant(ZoneOffset.UTC);
		assertThat(CronExpression.parse(DigestMail.SCHEDULE).next(eight.minusSeconds(1))).isEqualTo(eight);
	}

}
