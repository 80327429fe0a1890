package org.parley.social.post.verdict;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;

/**
 * What a verdict, a decision or a reversal leads to.
 *
 * @param status the status of the post or comment
 * @param correction what replaces its text, and shows it; null if the text stays
 */
record SocialRulingOutcome(SocialPostStatus status, @Nullable Correction correction, SocialRuling ruling) {

	void applyTo(Content content) {
		if (this.correction != null) {
			content.correction().to(this.correction.text(), this.correction.at());
		}
		else if (this.status != content.status()) {
			content.change().to(this.status);
		}
	}

	/** A text of a moderator, or the author's text again. */
	record Correction(String text, Instant at) {
	}

}
