package org.parley.platform.domain;

import java.time.Instant;
import java.util.Optional;

import com.github.f4b6a3.ulid.Ulid;
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

	/** The creation time of an id; empty if the text is no id. */
	public static Optional<Instant> timeOf(String id) {
		return Ulid.isValid(id) ? Optional.of(Ulid.getInstant(id)) : Optional.empty();
	}

}
