package org.parley.moderation.statement;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The state of an appeal: OPEN, then one of the others. */
public enum AppealStatus implements LowerCaseName {

	/** The appeal waits for a moderator. */
	OPEN,
	/** The decision stands. */
	UPHELD,
	/** The decision is reversed. */
	OVERTURNED,
	/** The restriction ended, or was replaced, before an answer. */
	CLOSED;

	public static AppealStatus of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
