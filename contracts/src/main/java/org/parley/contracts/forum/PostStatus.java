package org.parley.contracts.forum;

import java.util.Arrays;
import java.util.List;

import org.parley.contracts.LowerCaseName;

/** The visibility of a post. */
public enum PostStatus implements LowerCaseName {

	/** Visible to everybody. */
	ACTIVE,
	/** Visible to everybody while moderators review it. */
	FLAGGED,
	/** Visible to its author and moderators until a moderator decides. */
	HELD,
	/** Visible to moderators: a moderator removed it. */
	REMOVED,
	/** Visible to moderators: its author deleted it. */
	DELETED;

	/** Those of posts that everybody sees. */
	public static final List<PostStatus> SHOWN = Arrays.stream(values()).filter(PostStatus::isShown).toList();

	/** Whether everybody sees the post. The reply count includes only such posts. */
	public boolean isShown() {
		return this == ACTIVE || this == FLAGGED;
	}

	/** Whether the post is deleted or removed. */
	public boolean isGone() {
		return this == REMOVED || this == DELETED;
	}

}
