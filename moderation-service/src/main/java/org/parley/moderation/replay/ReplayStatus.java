package org.parley.moderation.replay;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a replay. RUNNING → DONE or CANCELLED. */
enum ReplayStatus {

	/** Workers go on with it. */
	RUNNING,
	/** All stored posts were compared. */
	DONE,
	/** A moderator ended it. */
	CANCELLED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
