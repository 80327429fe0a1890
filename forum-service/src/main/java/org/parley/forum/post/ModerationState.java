package org.parley.forum.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a post's current content has been checked. */
public enum ModerationState {

	PENDING, CHECKED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
