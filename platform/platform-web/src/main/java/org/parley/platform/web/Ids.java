package org.parley.platform.web;

import com.github.f4b6a3.ulid.UlidCreator;

/**
 * Generates ids: ULIDs, opaque to clients, sortable by creation time and monotonic within
 * a process.
 *
 * @see <a href="https://github.com/ulid/spec">ULID specification</a>
 */
public final class Ids {

	private Ids() {
	}

	/** Creates an id of 26 characters. */
	public static String next() {
		return UlidCreator.getMonotonicUlid().toString();
	}

}
