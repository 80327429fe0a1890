package org.parley.forum.thread;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a thread. Only a {@link ThreadTransition} changes it. */
public enum ThreadStatus {

	/** Visible, and open to replies. */
	OPEN,
	/** Visible, and closed to replies. */
	LOCKED,
	/** Visible and read-only. */
	ARCHIVED,
	/** Visible to moderators only. */
	HIDDEN;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
