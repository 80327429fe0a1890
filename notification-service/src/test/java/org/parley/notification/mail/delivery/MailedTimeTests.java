package org.parley.notification.mail.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailedTimeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | UTC              | Nov 27, 2026, 9:29 PM UTC
			en | America/New_York | Nov 27, 2026, 4:29 PM EST
			de | Europe/Berlin    | 27.11.2026, 22:29 MEZ
			fr | Europe/Paris     | 27 nov. 2026 22:29 CET
			ja | Asia/Tokyo       | 2026/11/28 6:29 JST
			""")
	void timeIsReadToTheMinute(Locale locale, ZoneId zone, String expected) {
		var shown = MailedTime.of(Instant.parse("2026-11-27T21:29:15Z"), locale, zone);
		assertThat(shown.replace('\u202f', ' ')).isEqualTo(expected);
	}

}
