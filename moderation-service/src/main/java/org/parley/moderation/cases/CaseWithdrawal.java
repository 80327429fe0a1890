package org.parley.moderation.cases;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why there is nothing to decide any more. */
public enum CaseWithdrawal {

	/** The post is gone; the case is back when the post is. */
	POST_REMOVED,
	/** The thread is gone; the case is back when the thread is. */
	THREAD_REMOVED,
	/** The post says something else now, and nothing is wrong with that. */
	EDITED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
