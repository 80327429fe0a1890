package org.parley.moderation.cases;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The decisions that a moderator can make about a post. */
public enum Decision implements LowerCaseName {

	/** The post is acceptable. */
	DISMISS,
	/** The author gets a warning; the post stays visible. */
	WARN,
	/** A moderator replaces the text; the post stays or becomes visible. */
	EDIT,
	/** Only the author and moderators see the post. */
	HIDE,
	/** Only moderators see the post. */
	REMOVE,
	/** Removes the post and bans its author. For administrators only. */
	BAN;

	public static Decision of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
