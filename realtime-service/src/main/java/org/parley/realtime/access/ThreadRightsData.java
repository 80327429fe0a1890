package org.parley.realtime.access;

import java.util.Set;

/**
 * What the forum tells of a thread.
 *
 * @param thread the thread
 */
public record ThreadRightsData(State thread) {

	/**
	 * A thread as it is now.
	 *
	 * @param id never changes
	 * @param category where it is
	 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
	 * {@code removed}
	 * @param version of the thread
	 */
	public record State(String id, CategoryIdData category, String status, long version) {

		private static final Set<String> UNLISTED = Set.of("hidden", "removed");

		boolean isListed() {
			return !UNLISTED.contains(this.status);
		}

	}

}
