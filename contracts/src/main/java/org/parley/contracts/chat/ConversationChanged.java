package org.parley.contracts.chat;

import org.parley.contracts.EventType;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A conversation was created, changed or removed.
 *
 * @param conversation the conversation after the change
 */
@Publishes({ "conversation.created", "conversation.changed", "conversation.removed" })
public record ConversationChanged(@EventType String type, ConversationData conversation) implements ParleyEvent {

	@Override
	public String subject() {
		return this.conversation.id();
	}

}
