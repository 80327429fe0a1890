package org.parley.summary.discussion;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Who sees what a post says, as the forum says. */
enum SummarizedPostStatus {

	ACTIVE, FLAGGED, HELD, REMOVED, DELETED;

	@JsonCreator
	static SummarizedPostStatus named(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether everybody sees it. */
	boolean isShown() {
		return this == ACTIVE || this == FLAGGED;
	}

}
