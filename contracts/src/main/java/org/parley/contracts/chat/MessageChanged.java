package org.parley.contracts.chat;

import org.parley.contracts.EventType;
import org.parley.contracts.Publishes;

/**
 * A message was created, edited, restored, or received or lost a reaction.
 *
 * @param message the message after the change
 */
@Publishes({ "message.created", "message.edited", "message.reacted", "message.restored" })
public record MessageChanged(@EventType String type, MessageData message,
		ConversationReference conversation) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

}
