package org.parley.moderation.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A decision that a moderator submits.
 *
 * @param decision the decision
 * @param note a note for the author
 * @param until when a ban ends; null for a permanent ban
 */
public record ProposedDecision(Decision decision, @Nullable String note, @Nullable Instant until) {
}
