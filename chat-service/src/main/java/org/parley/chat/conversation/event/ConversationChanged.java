package org.parley.chat.conversation.event;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A conversation was created, changed or removed.
 *
 * @param conversation the conversation after the change
 */
@Publishes({ "conversation.created", "conversation.changed", "conversation.removed" })
record ConversationChanged(@JsonIgnore String type, ConversationData conversation) implements ParleyEvent {

	@Override
	public String subject() {
		return this.conversation.id();
	}

}
