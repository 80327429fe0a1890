package org.parley.moderation.publiclog;

import org.parley.contracts.LowerCaseName;
import org.parley.moderation.statement.Restriction;

/** An act that concerned a post. */
enum LoggedAct implements LowerCaseName {

	/** A rule locked its thread. */
	LOCKED,
	/** A rule limited its author for a time. */
	LIMITED,
	/** A check hid it until a moderator decides. */
	HELD,
	/** Its author was warned. */
	WARNED,
	/** A moderator replaced its text. */
	EDITED,
	/** A moderator hid it. */
	HIDDEN,
	/** It was removed. */
	REMOVED,
	/** It was removed, and its author banned. */
	BANNED,
	/** A moderator found it acceptable. */
	DISMISSED,
	/** A restriction stands after an appeal. */
	UPHELD,
	/** A restriction has ended, by a reversal, an appeal or an edit. */
	LIFTED;

	static LoggedAct of(Restriction restriction) {
		return switch (restriction) {
			case WARN -> WARNED;
			case EDIT -> EDITED;
			case LOCK -> LOCKED;
			case LIMIT -> LIMITED;
			case HOLD -> HELD;
			case HIDE -> HIDDEN;
			case REMOVE -> REMOVED;
			case BAN -> BANNED;
		};
	}

}
