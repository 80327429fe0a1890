package org.parley.contracts.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.media.AttachedMedium;

/**
 * A message as it is in events.
 *
 * @param seq its number in the conversation
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param replyTo the id of the message that it answers
 * @param attachments the attached media; null in older events
 * @param reactions the number of reactions by emoji
 * @param status {@code active} or {@code deleted}
 * @param version increases with every edit and the deletion
 */
public record MessageData(String id, String conversationId, long seq, PersonReference author, @Nullable String text,
		@Nullable String html, @Nullable String replyTo, @OptionalValue @Nullable List<AttachedMedium> attachments,
		Map<String, Integer> reactions, String status, Instant createdAt, @Nullable Instant editedAt, long version) {
}
