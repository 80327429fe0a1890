package org.parley.chat.message.event;

import java.util.Objects;

import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A person has written or edited a message in a room, so that moderation can check it.
 * Messages of other conversations have no such event: their texts leave the conversation
 * only in reports.
 *
 * @param conversation the room
 */
@Publishes("room-message.written")
record RoomMessageWritten(WrittenMessage message, ConversationReference conversation) implements ParleyEvent {

	static RoomMessageWritten of(PlacedMessage placed, ChatPersonReference author) {
		var message = placed.message();
		return new RoomMessageWritten(new WrittenMessage(message.id(), message.seq(), author,
				Objects.requireNonNull(message.text()), message.version()),
				ConversationReference.of(placed.conversation()));
	}

	@Override
	public String subject() {
		return this.message.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

	/**
	 * A message.
	 *
	 * @param seq its number in the room
	 * @param text the text in Markdown; empty for media alone
	 * @param version increases with every change
	 */
	record WrittenMessage(String id, long seq, ChatPersonReference author, String text, long version) {
	}

}
