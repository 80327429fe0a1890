package org.parley.forum.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What a moderator may decide about a post, and where that leads. */
enum ModeratorRuling {

	DISMISS, WARN, HIDE, REMOVE, BAN;

	/** Whether the post may be seen for all that. */
	boolean lets() {
		return this == DISMISS || this == WARN;
	}

	/** To which status it leads; a warning leaves held what is, until it is edited. */
	PostStatus from(PostStatus status) {
		return switch (this) {
			case DISMISS -> PostStatus.ACTIVE;
			case WARN -> (status == PostStatus.FLAGGED) ? PostStatus.ACTIVE : status;
			case HIDE -> PostStatus.HELD;
			case REMOVE, BAN -> PostStatus.REMOVED;
		};
	}

	@JsonCreator
	static ModeratorRuling of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
