package org.parley.chat.message.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageStatus;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.media.AttachedMedium;

/**
 * A message as it is in events.
 *
 * @param seq its number in the conversation
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param replyTo the id of the message that it answers
 * @param attachments the attached media
 * @param reactions the number of reactions by emoji
 * @param status whether it is shown
 * @param version increases with every edit and the deletion
 */
record MessageData(String id, String conversationId, long seq, ChatPersonReference author, @Nullable String text,
		@Nullable String html, @Nullable String replyTo, List<AttachedMedium> attachments,
		Map<String, Integer> reactions, MessageStatus status, Instant createdAt, @Nullable Instant editedAt,
		long version) {

	static MessageData of(Message message, ChatPersonReference author, List<AttachedMedium> attachments) {
		return new MessageData(message.id(), message.conversationId(), message.seq(), author, message.text(),
				message.html(), message.replyTo(), attachments, message.shownReactions(), message.status(),
				message.createdAt(), message.editedAt(), message.version());
	}

}
