package org.parley.summary.discussion;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What became of a thread, as the forum says. */
enum SummarizedThreadStatus {

	OPEN, LOCKED, ARCHIVED, HIDDEN, REMOVED;

	@JsonCreator
	static SummarizedThreadStatus named(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether its readers see it; what moderators alone see is not summed up. */
	boolean isShown() {
		return this != HIDDEN && this != REMOVED;
	}

}
