package org.parley.moderation.policy;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a check comes to, the mildest first. */
public enum Verdict {

	/** Nothing is wrong with it. */
	CLEAN,
	/** Everybody sees it, and moderators look at it. */
	FLAGGED,
	/** Nobody sees it until a moderator decides. */
	HELD,
	/** Nobody sees it; a moderator may give it back. */
	REMOVED;

	/** The harder of the two. */
	public Verdict or(Verdict other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	@JsonCreator
	static Verdict of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
