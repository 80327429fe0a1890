package org.parley.chat.message.event;

import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A member has read further.
 *
 * @param person the member
 * @param seq the number of the last message that the member has read
 */
@Publishes("position.changed")
record PositionChanged(ConversationReference conversation, ChatPersonReference person,
		long seq) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

}
