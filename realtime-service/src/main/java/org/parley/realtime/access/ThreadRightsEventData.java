package org.parley.realtime.access;

import java.util.Set;

/**
 * Data of the forum's thread events that affect read rights.
 *
 * @param thread the thread
 */
public record ThreadRightsEventData(State thread) {

	/**
	 * The thread's current state.
	 *
	 * @param id the thread's id
	 * @param category the category that contains the thread
	 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
	 * {@code removed}
	 * @param version of the thread
	 */
	public record State(String id, CategoryIdEventData category, String status, long version) {

		private static final Set<String> UNLISTED = Set.of("hidden", "removed");

		boolean isListed() {
			return !UNLISTED.contains(this.status);
		}

	}

}
