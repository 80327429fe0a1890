package org.parley.realtime.replay;

/**
 * An event of a room, as it was kept.
 *
 * @param offset its place among all events
 * @param text the event
 */
public record Entry(long offset, String text) {

	/** Reads what stands in the log. */
	static Entry of(String line) {
		var parts = line.split(" ", 3);
		return new Entry(Long.parseLong(parts[0]), parts[2]);
	}

}
