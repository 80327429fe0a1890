package org.parley.moderation.subject;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;

/**
 * A text next to a reported one, for its moderators.
 *
 * @param id the id of the message, post or comment
 * @param seq the number of a message in its conversation
 * @param text the text in Markdown; null if it was deleted
 */
public record QuotedText(String id, @OptionalValue @Nullable Long seq, AuthorReference author, @Nullable String text,
		Instant sentAt) {
}
