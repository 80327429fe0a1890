package org.parley.social.post.verdict;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.parley.contracts.social.SocialPostStatus;

/** A moderator's decision about a post or comment. */
enum SocialDecision {

	DISMISS, WARN, EDIT, HIDE, REMOVE, BAN;

	boolean hides() {
		return this == HIDE || this == REMOVE || this == BAN;
	}

	/**
	 * The status after the decision. Only a reversal restores what moderators have
	 * removed. A warning replaces what a check has done, because authors cannot edit what
	 * they do not show.
	 * @param byCheck whether a check hides the content
	 */
	SocialPostStatus applyTo(SocialPostStatus status, boolean byCheck) {
		return switch (this) {
			case DISMISS -> (status == SocialPostStatus.REMOVED && !byCheck) ? status : SocialPostStatus.ACTIVE;
			case EDIT -> SocialPostStatus.ACTIVE;
			case WARN -> byCheck ? SocialPostStatus.ACTIVE : status;
			case HIDE -> SocialPostStatus.HIDDEN;
			case REMOVE, BAN -> SocialPostStatus.REMOVED;
		};
	}

	@JsonCreator
	static SocialDecision of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT));
	}

}
