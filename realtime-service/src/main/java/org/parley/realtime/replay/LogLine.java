package org.parley.realtime.replay;

import com.github.f4b6a3.ulid.Ulid;

/**
 * An event to be appended to the log.
 *
 * @param id the event's id; a room's log contains each id once
 * @param subject id of what the event is about; without spaces
 * @param text name of the event, a space and its message as JSON
 * @param replaces whether earlier events of the same subject are removed from the log
 */
public record LogLine(String id, String subject, String text, boolean replaces) {

	/**
	 * Returns the event's time in milliseconds, read from its ULID; other ids are treated
	 * as new.
	 */
	long occurredAt() {
		return Ulid.isValid(this.id) ? Ulid.from(this.id).getTime() : Long.MAX_VALUE;
	}

}
