package org.parley.chat.message.event;

import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A message was deleted by its author or removed by moderators.
 *
 * @param message the message without its text
 */
@Publishes("message.removed")
record MessageRemoved(RemovedMessage message, ConversationReference conversation, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

	/**
	 * A deleted message.
	 *
	 * @param seq its number in the conversation
	 */
	record RemovedMessage(String id, long seq, ChatPersonReference author) {
	}

}
