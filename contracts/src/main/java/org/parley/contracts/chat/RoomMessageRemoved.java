package org.parley.contracts.chat;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A message of a room is gone, because its author has deleted it or its time is over.
 *
 * @param conversation the room
 */
@Publishes("room-message.removed")
public record RoomMessageRemoved(GoneMessage message, ConversationReference conversation,
		long version) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	/** A message that is gone. */
	public record GoneMessage(String id, PersonReference author) {
	}

}
