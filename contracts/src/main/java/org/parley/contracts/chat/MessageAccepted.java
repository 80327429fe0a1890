package org.parley.contracts.chat;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A message was accepted while the database was away. It is sent to the broker without
 * the outbox, because the outbox is in the database.
 */
@Publishes("message.accepted")
public record MessageAccepted(AcceptedMessage message, ConversationReference conversation) implements ParleyEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
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
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientId, String text, String html,
			@Nullable String replyTo, String status, Instant createdAt) {
	}

}
