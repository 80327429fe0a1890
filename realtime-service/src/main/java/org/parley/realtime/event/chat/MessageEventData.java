package org.parley.realtime.event.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.media.AttachedMedium;

/**
 * Data of {@code message.created}, {@code message.edited}, {@code message.restored} and
 * {@code message.reacted}.
 *
 * @param message the message's current state
 */
record MessageEventData(State message, LiveConversationReference conversation) {

	/**
	 * The message's current state.
	 *
	 * @param seq its number in the conversation
	 * @param text the Markdown source; null once deleted
	 * @param html the rendered and sanitized HTML; null once deleted
	 * @param replyTo id of the message that it answers, if any
	 * @param attachments the attached media; absent in older events
	 * @param reactions the number of reactions by emoji
	 * @param status {@code active} or {@code deleted}
	 */
	record State(String id, String conversationId, long seq, PersonReference author, @Nullable String text,
			@Nullable String html, @Nullable String replyTo, @Nullable List<AttachedMedium> attachments,
			Map<String, Integer> reactions, String status, Instant createdAt, @Nullable Instant editedAt,
			long version) {
	}

}
