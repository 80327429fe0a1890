package org.parley.summary.discussion.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The moderation status of a post in the forum. */
public enum SummarizedPostStatus {

	ACTIVE, FLAGGED, HELD, REMOVED, DELETED;

	@JsonCreator
	static SummarizedPostStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether all readers of the category see the post. */
	public boolean isShown() {
		return this == ACTIVE || this == FLAGGED;
	}

}
