package org.parley.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.parley.platform.domain.RefusalException;

/**
 * The hours of each day in which a user is not disturbed: notifications are listed, but
 * not announced live, and mails wait for the end. The hours may include midnight.
 *
 * @param from the first minute, as {@code HH:mm} in the time zone of the user
 * @param to the minute after the last one
 */
public record QuietHours(String from, String to) {

	public QuietHours {
		if (from.equals(to)) {
			throw RefusalException.field("quietHours.to", "preferences.no-quiet-hours", "must differ from the start");
		}
	}

	/**
	 * The end of the hours that a time is in; empty if it is outside of them. If clocks
	 * repeat the end, its next occurrence counts.
	 */
	Optional<Instant> findEnd(Instant now, ZoneId zone) {
		var local = now.atZone(zone);
		var time = local.toLocalTime();
		var start = LocalTime.parse(this.from);
		var end = LocalTime.parse(this.to);
		var isQuiet = start.isBefore(end) ? !time.isBefore(start) && time.isBefore(end)
				: !time.isBefore(start) || time.isBefore(end);
		var date = local.toLocalDate().plusDays(time.isBefore(end) ? 0 : 1);
		return isQuiet ? Optional.of(ZonedDateTime.ofLocal(date.atTime(end), zone, local.getOffset()).toInstant())
				: Optional.empty();
	}

}
