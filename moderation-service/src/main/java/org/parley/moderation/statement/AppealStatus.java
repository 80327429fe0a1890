package org.parley.moderation.statement;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of an appeal: OPEN, then one of the others. */
public enum AppealStatus {

	/** The appeal waits for a moderator. */
	OPEN,
	/** The decision stands. */
	UPHELD,
	/** The decision is reversed. */
	OVERTURNED,
	/** The restriction ended, or was replaced, before an answer. */
	CLOSED;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static AppealStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
