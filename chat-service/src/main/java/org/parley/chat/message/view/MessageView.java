package org.parley.chat.message.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageStatus;
import org.parley.chat.person.ChatPersonView;
import org.parley.platform.readmodels.media.MediaView;

/**
 * A message as a member of its conversation sees it.
 *
 * @param seq its number in the conversation, from 1 on; null until it is stored
 * @param text the text in Markdown; null once deleted or removed
 * @param html the text as safe HTML; null once deleted or removed
 * @param replyTo the id of the message that it answers
 * @param attachments the attached pictures, with addresses of some minutes
 * @param reactions the number of reactions by emoji
 * @param myReactions the reader's own reactions
 * @param status {@code active}, {@code deleted}, {@code removed} by moderators, or
 * {@code accepted} until it is stored
 * @param version increases with every edit and the deletion
 */
public record MessageView(String id, String conversationId, @Nullable Long seq, ChatPersonView author,
		@Nullable String text, @Nullable String html, @Nullable String replyTo, List<MediaView> attachments,
		Map<String, Integer> reactions, List<String> myReactions, MessageStatus status, Instant createdAt,
		@Nullable Instant editedAt, long version) {

	static MessageView of(Message message, ChatPersonView author, List<MediaView> attachments,
			List<String> myReactions) {
		return new MessageView(message.id(), message.conversationId(), message.isAccepted() ? null : message.seq(),
				author, message.text(), message.html(), message.replyTo(), attachments, message.shownReactions(),
				myReactions, message.status(), message.createdAt(), message.editedAt(), message.version());
	}

}
