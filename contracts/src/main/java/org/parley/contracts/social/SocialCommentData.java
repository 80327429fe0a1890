package org.parley.contracts.social;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * A comment as it is in events.
 *
 * @param replyTo the id of the comment that it answers
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param version increases with every edit
 */
public record SocialCommentData(String id, PersonReference author, @Nullable String replyTo, @Nullable String text,
		@Nullable String html, Instant createdAt, @Nullable Instant editedAt, long version) {
}
