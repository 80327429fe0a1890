package org.parley.moderation.subject;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A reader's report of a message, social post or comment, for its moderators.
 *
 * @param reason the code of the problem
 * @param note an explanation in the reader's words
 * @param by the reader
 */
public record ReaderReport(String id, String reason, @Nullable String note, AuthorReference by, Instant at) {
}
