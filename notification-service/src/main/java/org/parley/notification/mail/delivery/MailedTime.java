package org.parley.notification.mail.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** A time as people read it: to the minute, with the zone. */
final class MailedTime {

	private MailedTime() {
	}

	static String of(Instant time, Locale locale, ZoneId zone) {
		return new DateTimeFormatterBuilder().appendLocalized(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.appendLiteral(' ')
			.appendZoneText(TextStyle.SHORT)
			.toFormatter(locale)
			.withZone(zone)
			.format(time);
	}

}
