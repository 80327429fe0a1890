package org.parley.realtime.replay;

/**
 * A stored event of a room.
 *
 * @param offset the event's position in the log
 * @param subject id of what the event is about
 * @param text name of the event, a space and its message as JSON
 */
public record ReplayEntry(long offset, String subject, String text) {

	/** Subject of an entry that replaces an event which arrived too late. */
	private static final String TOMBSTONE = "-";

	/** Parses a line of the log. */
	static ReplayEntry of(String line) {
		var parts = line.split(" ", 3);
		return new ReplayEntry(Long.parseLong(parts[0]), parts[1], parts[2]);
	}

	boolean isTombstone() {
		return this.subject.equals(TOMBSTONE);
	}

}
