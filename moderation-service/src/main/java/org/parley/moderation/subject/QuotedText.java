package org.parley.moderation.subject;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.AttachedMedium;

/**
 * A text next to a reported one, for its moderators.
 *
 * @param id the id of the message, post or comment
 * @param seq the number of a message in its conversation
 * @param text the text in Markdown; null if it was deleted
 * @param media its media; null if there are none
 */
public record QuotedText(String id, @Nullable Long seq, AuthorReference author, @Nullable String text,
		@Nullable List<AttachedMedium> media, Instant sentAt) {
}
