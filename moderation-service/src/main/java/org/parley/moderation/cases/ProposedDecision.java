package org.parley.moderation.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A decision that a moderator submits.
 *
 * @param note a note for the author
 * @param until when a ban ends; null for a permanent ban
 * @param text the new text of an edit; null for other decisions
 */
public record ProposedDecision(Decision decision, @Nullable String note, @Nullable Instant until,
		@Nullable String text) {

	/** A decision without a new text or an end. */
	public static ProposedDecision of(Decision decision, @Nullable String note) {
		return new ProposedDecision(decision, note, null, null);
	}

}
