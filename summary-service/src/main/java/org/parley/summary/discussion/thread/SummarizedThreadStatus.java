package org.parley.summary.discussion.thread;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The status of a thread in the forum. */
public enum SummarizedThreadStatus {

	OPEN, LOCKED, ARCHIVED, HIDDEN, REMOVED;

	@JsonCreator
	static SummarizedThreadStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether readers of the category see the thread. */
	boolean isShown() {
		return this != HIDDEN && this != REMOVED;
	}

}
