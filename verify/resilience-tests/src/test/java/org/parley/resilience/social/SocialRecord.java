package org.parley.resilience.social;

import java.util.Collection;
import java.util.List;

/**
 * What was accepted for a place, and what the API shows of it after the drill.
 *
 * @param place the place, such as a feed, in words
 * @param accepted the marks that must be there once
 * @param shown the marks that are there, with repetitions
 */
record SocialRecord(String place, Collection<String> accepted, List<String> shown) {

	boolean isComplete() {
		return this.shown.containsAll(this.accepted);
	}

}
