package org.parley.chat.message.event;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.message.Message;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A message of a room is gone, because its author has deleted it or its time is over.
 *
 * @param conversation the room
 */
@Publishes("room-message.removed")
record RoomMessageRemoved(GoneMessage message, ConversationReference conversation,
		long version) implements ParleyEvent {

	static RoomMessageRemoved of(Message message, ChatPersonReference author, Conversation room, long version) {
		return new RoomMessageRemoved(new GoneMessage(message.id(), author), ConversationReference.of(room), version);
	}

	@Override
	public String subject() {
		return this.message.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

	/** A message that is gone. */
	record GoneMessage(String id, ChatPersonReference author) {
	}

}
