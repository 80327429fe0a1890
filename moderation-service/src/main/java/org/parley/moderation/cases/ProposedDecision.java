package org.parley.moderation.cases;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Decision;
import org.parley.platform.domain.RefusalException;

/**
 * A decision that a moderator submits.
 *
 * @param note a note for the author
 * @param until when a ban ends; null for a permanent ban
 * @param text the new text of an edit; null for other decisions
 */
public record ProposedDecision(Decision decision, @Nullable String note, @Nullable Instant until,
		@Nullable String text) {

	private static final Duration LONGEST_BAN = Duration.ofDays(36_525);

	/** A decision without a new text or an end. */
	public static ProposedDecision of(Decision decision, @Nullable String note) {
		return new ProposedDecision(decision, note, null, null);
	}

	/**
	 * Requires a text for an edit only, and an end that is not too far for a ban only.
	 */
	public void requireValid(Instant now) {
		requireValidUntil(now);
		requireText();
	}

	private void requireText() {
		var isEdit = this.decision == Decision.EDIT;
		if (isEdit && this.text == null) {
			throw RefusalException.field("text", "text.required", "is required for an edit");
		}
		if (!isEdit && this.text != null) {
			throw RefusalException.field("text", "text.without-edit", "is allowed for an edit only");
		}
	}

	private void requireValidUntil(Instant now) {
		if (this.until == null) {
			return;
		}
		if (this.decision != Decision.BAN) {
			throw RefusalException.field("until", "until.without-ban", "is allowed for a ban only");
		}
		if (!this.until.isAfter(now) || this.until.isAfter(now.plus(LONGEST_BAN))) {
			throw RefusalException.field("until", "until.out-of-range", "must be in the next hundred years");
		}
	}

}
