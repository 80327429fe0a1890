package org.parley.moderation.subject;

import java.time.Instant;

/**
 * A text that a reported message had before an edit, for its moderators.
 *
 * @param text the text in Markdown
 * @param version the version of the message that had the text
 * @param replacedAt when another text replaced it
 */
public record EarlierText(String text, long version, Instant replacedAt) {
}
