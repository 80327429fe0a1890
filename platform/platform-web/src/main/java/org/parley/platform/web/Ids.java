package org.parley.platform.web;

import com.github.f4b6a3.ulid.UlidCreator;

/**
 * The one generator of ids: opaque to clients, sortable by the time they were made.
 * Monotonic within a process.
 *
 * @see <a href="https://github.com/ulid/spec">ULID specification</a>
 */
public final class Ids {

	private Ids() {
	}

	/** A new id of 26 characters. */
	public static String next() {
		return UlidCreator.getMonotonicUlid().toString();
	}

}
