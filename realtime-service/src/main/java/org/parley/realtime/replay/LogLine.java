package org.parley.realtime.replay;

import com.github.f4b6a3.ulid.Ulid;

/**
 * An event on its way into the log.
 *
 * @param id of the event; an event is kept once in a room
 * @param subject what it tells of; without spaces
 * @param text the event
 * @param replaces whether what was told of its subject before is kept no more
 */
public record LogLine(String id, String subject, String text, boolean replaces) {

	/**
	 * When it happened, in milliseconds, as its id says; an id of another kind is new.
	 */
	long happened() {
		return Ulid.isValid(this.id) ? Ulid.from(this.id).getTime() : Long.MAX_VALUE;
	}

}
