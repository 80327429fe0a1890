package org.parley.moderation.policy;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.parley.contracts.LowerCaseName;

/** The result of a check, in order of severity. */
public enum Verdict implements LowerCaseName {

	/** The post is acceptable. */
	CLEAN,
	/** The post is visible, and moderators review it. */
	FLAGGED,
	/** The post is hidden from readers until a moderator decides. */
	HELD,
	/** The post is removed; a moderator can restore it. */
	REMOVED;

	/** Returns the more severe of two verdicts. */
	public Verdict stricter(Verdict other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	@JsonCreator
	static Verdict of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
