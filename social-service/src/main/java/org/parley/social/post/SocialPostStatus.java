package org.parley.social.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a post or comment is shown. */
public enum SocialPostStatus {

	ACTIVE,
	/** Hidden by moderators; its author still sees it. */
	HIDDEN,
	/** Deleted by its author, or removed by moderators. */
	DELETED;

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
