package org.parley.contracts.social;

import org.parley.contracts.LowerCaseName;

/** Whether a post or comment is shown. */
public enum SocialPostStatus implements LowerCaseName {

	ACTIVE,
	/** Hidden by moderators; its author still sees it. */
	HIDDEN,
	/** Removed by moderators; its author sees that it was, but not its text. */
	REMOVED,
	/** Deleted by its author. */
	DELETED;

	/** Whether moderation hides it from everybody but its author. */
	public boolean isRestricted() {
		return this == HIDDEN || this == REMOVED;
	}

}
