package org.parley.moderation.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator wants to decide.
 *
 * @param decision what
 * @param note for the author
 * @param until when a ban shall end
 */
record DecisionWish(Decision decision, @Nullable String note, @Nullable Instant until) {
}
