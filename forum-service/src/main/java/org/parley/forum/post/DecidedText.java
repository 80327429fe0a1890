package org.parley.forum.post;

import java.time.Instant;

/**
 * A content that a moderator's decision, or its reversal, gives a post.
 *
 * @param text the Markdown source
 * @param by the id of the moderator
 * @param at when the moderator decided
 */
public record DecidedText(String caseId, String text, String by, Instant at) {
}
