package org.parley.contracts.chat;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A message was accepted while the database was away. It is sent to the broker without
 * the outbox, because the outbox is in the database.
 */
@Publishes("message.accepted")
public record MessageAccepted(AcceptedMessage message,
		ConversationReference conversation) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	/**
	 * A message that has no number yet.
	 *
	 * @param clientId the id that the author's client gave it
	 * @param text the text in Markdown
	 * @param html the text as safe HTML
	 * @param replyTo the id of the message that it answers
	 * @param status always {@code accepted}
	 */
	public record AcceptedMessage(String id, String conversationId, PersonReference author,
			@OptionalValue @Nullable String clientId, String text, String html, @Nullable String replyTo, String status,
			Instant createdAt) {
	}

}
