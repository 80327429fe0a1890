package org.parley.realtime.event.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MessageData;
import org.parley.contracts.media.AttachedMedium;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaView;

/**
 * A message as the API returns it, without the reader's own reactions.
 *
 * @param seq its number in the conversation; null until it is stored
 * @param text the Markdown source
 * @param html the rendered and sanitized HTML
 * @param replyTo id of the message that it answers, if any
 * @param attachments the attached media, with addresses of some minutes
 * @param reactions the number of reactions by emoji
 * @param status {@code active}, or {@code accepted} until it is stored
 */
record LiveMessage(String id, String conversationId, @Nullable Long seq, PersonReference author, @Nullable String text,
		@Nullable String html, @Nullable String replyTo, List<MediaView> attachments, Map<String, Integer> reactions,
		String status, Instant createdAt, @Nullable Instant editedAt, long version) {

	static LiveMessage of(MessageData message, MediaAddresses addresses) {
		var attachments = (message.attachments() != null) ? message.attachments() : List.<AttachedMedium>of();
		return new LiveMessage(message.id(), message.conversationId(), message.seq(), message.author(), message.text(),
				message.html(), message.replyTo(),
				attachments.stream().map((medium) -> MediaView.of(medium, addresses)).toList(), message.reactions(),
				message.status(), message.createdAt(), message.editedAt(), message.version());
	}

}
