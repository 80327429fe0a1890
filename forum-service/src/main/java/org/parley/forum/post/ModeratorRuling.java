package org.parley.forum.post;

import org.parley.contracts.LowerCaseName;
import org.parley.contracts.forum.PostStatus;

/** A moderator's decision on a post. */
public enum ModeratorRuling implements LowerCaseName {

	DISMISS, WARN, EDIT, HIDE, REMOVE, BAN;

	/** Whether the post stays visible to everybody. */
	boolean keepsVisible() {
		return this == DISMISS || this == WARN || this == EDIT;
	}

	/** Whether the decision removes the post. */
	boolean removes() {
		return this == REMOVE || this == BAN;
	}

	/** The status after the decision. A warning keeps a held post held until an edit. */
	PostStatus applyTo(PostStatus status) {
		return switch (this) {
			case DISMISS, EDIT -> PostStatus.ACTIVE;
			case WARN -> (status == PostStatus.FLAGGED) ? PostStatus.ACTIVE : status;
			case HIDE -> PostStatus.HELD;
			case REMOVE, BAN -> PostStatus.REMOVED;
		};
	}

}
