package org.parley.notification.preference;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuietHoursTests {

	@ParameterizedTest
	@CsvSource({ "22:00, 07:00, 2026-11-22T21:00:00Z, 2026-11-23T06:00:00Z",
			"22:00, 07:00, 2026-11-23T03:00:00Z, 2026-11-23T06:00:00Z",
			"22:00, 07:00, 2026-11-23T05:59:59Z, 2026-11-23T06:00:00Z",
			"12:00, 13:30, 2026-11-23T11:00:00Z, 2026-11-23T12:30:00Z",
			"00:00, 23:59, 2026-11-23T11:00:00Z, 2026-11-23T22:59:00Z",
			// The clocks go forward from 02:00 to 03:00 that night.
			"22:00, 02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
			// They go back from 03:00 to 02:00, so that 02:30 is twice.
			"22:00, 02:30, 2026-10-24T21:00:00Z, 2026-10-25T00:30:00Z",
			"22:00, 02:30, 2026-10-25T00:29:00Z, 2026-10-25T00:30:00Z",
			"22:00, 02:30, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z",
			"02:15, 02:45, 2026-10-25T01:20:00Z, 2026-10-25T01:45:00Z" })
	void timeWithinTheHoursIsQuietUntilTheirEnd(String from, String to, Instant now, Instant end) {
		assertThat(new QuietHours(from, to).findEnd(now, ZoneId.of("Europe/Berlin"))).contains(end);
	}

	@ParameterizedTest
	@CsvSource({ "22:00, 07:00, 2026-11-23T06:00:00Z", "22:00, 07:00, 2026-11-23T20:59:59Z",
			"12:00, 13:30, 2026-11-23T10:59:59Z", "12:00, 13:30, 2026-11-23T12:30:00Z" })
	void timeOutsideOfTheHoursIsNotQuiet(String from, String to, Instant now) {
		assertThat(new QuietHours(from, to).findEnd(now, ZoneId.of("Europe/Berlin"))).isEmpty();
	}

	@Test
	void hoursThatEndWhenTheyBeginAreRefused() {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> new QuietHours("22:00", "22:00"));
	}

}
