package org.parley.contracts.forum;

import org.parley.contracts.PersonReference;

/**
 * A post as named in events.
 *
 * @param number its place in the thread
 */
public record PostReference(String id, int number, PersonReference author) {

	/** Whether this is the first post of its thread. */
	public boolean opensThread() {
		return this.number == 1;
	}

}
