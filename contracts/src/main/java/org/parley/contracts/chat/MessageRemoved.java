package org.parley.contracts.chat;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A message was deleted by its author or removed by moderators.
 *
 * @param message the message without its text
 */
@Publishes("message.removed")
public record MessageRemoved(RemovedMessage message, ConversationReference conversation,
		long version) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	/**
	 * A deleted message.
	 *
	 * @param seq its number in the conversation
	 */
	public record RemovedMessage(String id, long seq, PersonReference author) {
	}

}
