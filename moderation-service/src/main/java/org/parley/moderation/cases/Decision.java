package org.parley.moderation.cases;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a moderator may decide about a post. */
public enum Decision {

	/** Nothing is wrong with it. */
	DISMISS,
	/** The author is told; the post stays. */
	WARN,
	/** Only its author and moderators see it. */
	HIDE,
	/** Only moderators see it. */
	REMOVE,
	/** The same, and the author may not write any more. For administrators. */
	BAN;

	@JsonValue
	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Decision of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
