package org.parley.social.post.verdict;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last ruling of moderation about a post or comment.
 *
 * @param contentId the post or comment
 * @param hiddenBy the case or {@link #CHECK} that hides it; null if nothing does
 * @param ruledText the version of the text that the last verdict or decision was about
 * @param decidedText the version of the text that a moderator has decided about last; -1
 * without a decision
 * @param ruledAt the time of the last decision or reversal by a moderator; null without
 * one
 * @param version the version of the post or comment after the ruling
 * @param editedBy the case whose decision wrote the text; null if its author did
 */
@Document("rulings")
record SocialRuling(@Id String contentId, @Nullable String hiddenBy, long ruledText, long decidedText,
		@Nullable Instant ruledAt, long version, @Nullable String editedBy) {

	/** Marks what an automated check hides. */
	static final String CHECK = "check";

	static SocialRuling none(String contentId) {
		return new SocialRuling(contentId, null, -1, -1, null, -1, null);
	}

	/**
	 * Whether a moderator has ruled at this time or later, so that events may be late.
	 */
	boolean isRuledSince(Instant at) {
		return this.ruledAt != null && !this.ruledAt.isBefore(at);
	}

	/** Whether a moderator has decided about this text, so that checks change nothing. */
	boolean isDecided(long text) {
		return text <= this.decidedText;
	}

	/**
	 * Whether a text is the present one. Hiding and restoring change the version too.
	 * @param text the version of the text
	 * @param present the present version
	 */
	boolean isPresent(long text, long present) {
		return text == present || (text == this.ruledText && present == this.version);
	}

	/** Whether a decision of this case wrote the present text. */
	boolean isEditedBy(String caseId, long present) {
		return caseId.equals(this.editedBy) && present == this.version;
	}

	boolean isHiddenByCheck() {
		return CHECK.equals(this.hiddenBy);
	}

}
