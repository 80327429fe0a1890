package org.parley.forum.relocation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a relocation. Each state leads only to the next one. */
public enum RelocationState {

	/** The source takes no new replies; replies with a number may still commit. */
	CLOSING,

	/** Posts are moved in batches. */
	MOVING,

	/** All posts are moved; bookmarks and other references follow. */
	FINISHING,

	/** The relocation is complete. */
	DONE;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
