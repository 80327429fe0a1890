package org.parley.forum.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who sees what a post says. */
public enum PostStatus {

	/** Everybody. */
	ACTIVE,
	/** Everybody, while moderators look at it. */
	FLAGGED,
	/** Its author and moderators, until a person decides. */
	HELD,
	/** Moderators: one of them took it away. */
	REMOVED,
	/** Moderators: its author took it away. */
	DELETED;

	/** Whether everybody sees what the post says; only such posts count as replies. */
	public boolean isShown() {
		return this == ACTIVE || this == FLAGGED;
	}

	/** Whether it was taken away, by whomever. */
	boolean isGone() {
		return this == REMOVED || this == DELETED;
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
