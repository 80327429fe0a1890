package org.parley.realtime.replay;

/**
 * An event of a room, as it was kept.
 *
 * @param offset its place among all events
 * @param subject what it tells of
 * @param text the event
 */
public record ReplayEntry(long offset, String subject, String text) {

	/** Stands for an event that came too late to be kept. */
	private static final String STONE = "-";

	/** Reads what stands in the log. */
	static ReplayEntry of(String line) {
		var parts = line.split(" ", 3);
		return new ReplayEntry(Long.parseLong(parts[0]), parts[1], parts[2]);
	}

	boolean isStone() {
		return this.subject.equals(STONE);
	}

}
