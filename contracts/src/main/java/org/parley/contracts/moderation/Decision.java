package org.parley.contracts.moderation;

import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** The decisions that a moderator can make about content. */
public enum Decision implements LowerCaseName {

	/** The content is acceptable. */
	DISMISS,
	/** The author gets a warning; the content stays visible. */
	WARN,
	/** A moderator replaces the text; the content stays or becomes visible. */
	EDIT,
	/** Only the author and moderators see the content. */
	HIDE,
	/** Only moderators see the content. */
	REMOVE,
	/** Removes the content and bans its author. For administrators only. */
	BAN;

	public static Decision of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

	/** Whether readers cannot see the content afterwards. */
	public boolean hides() {
		return this == HIDE || removes();
	}

	/** Whether the author cannot see the content afterwards. */
	public boolean removes() {
		return this == REMOVE || this == BAN;
	}

}
