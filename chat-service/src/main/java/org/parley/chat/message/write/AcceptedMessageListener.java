package org.parley.chat.message.write;

import org.parley.chat.message.MessageText;
import org.parley.contracts.chat.MessageAccepted;
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
	void on(MessageAccepted accepted) {
		this.saveMessage.save(accepted.message(), MessageText.of(accepted.message().text(), this.markdown));
	}

}
