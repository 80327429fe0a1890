package org.parley.contracts.forum;

import org.parley.contracts.PersonReference;

/**
 * A post as named in events.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author its author
 */
public record PostReference(String id, int number, PersonReference author) {

	/** Whether this is the first post of its thread. */
	public boolean opensThread() {
		return this.number == 1;
	}

}
