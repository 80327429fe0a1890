package org.parley.chat.message.write;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.MessageText;
import org.parley.chat.person.ChatPersonReference;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.text.markdown.Markdown;

/**
 * Stores accepted messages, in the order of the queue. It waits while MongoDB is away.
 */
@EventConsumer(value = "message_save", prompt = true)
class AcceptedMessageListener {

	private final SaveMessage saveMessage;

	private final Markdown markdown;

	AcceptedMessageListener(SaveMessage saveMessage, Markdown markdown) {
		this.saveMessage = saveMessage;
		this.markdown = markdown;
	}

	@EventHandler("message.accepted")
	void on(Accepted accepted) {
		this.saveMessage.save(accepted.message(), MessageText.of(accepted.message().text(), this.markdown));
	}

	/** The data of the event. */
	record Accepted(State message) {
	}

	/**
	 * A message that has no number yet.
	 *
	 * @param clientId the id that the author's client gave it
	 * @param text the text in Markdown
	 * @param replyTo the id of the message that it answers
	 * @param createdAt when it was accepted
	 */
	record State(String id, String conversationId, ChatPersonReference author, @Nullable String clientId, String text,
			@Nullable String replyTo, Instant createdAt) {
	}

}
