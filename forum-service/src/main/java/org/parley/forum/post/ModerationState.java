package org.parley.forum.post;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.contracts.forum.PostStatus;

/** The finding of checks and moderators in a post; null if they found nothing. */
public enum ModerationState implements LowerCaseName {

	/** Visible to everybody while moderators review it. */
	FLAGGED,
	/** Hidden until a moderator decides. */
	HELD,
	/** Removed by a check or a moderator. */
	REMOVED,
	/** Visible: what had been found does not hold, or no longer. */
	CLEARED;

	/**
	 * Returns the finding after the status changed. An author's deletion finds nothing.
	 */
	static @Nullable ModerationState after(@Nullable ModerationState before, PostStatus status) {
		return switch (status) {
			case FLAGGED -> FLAGGED;
			case HELD -> HELD;
			case REMOVED -> REMOVED;
			case DELETED -> before;
			case ACTIVE -> (before != null) ? CLEARED : null;
		};
	}

}
