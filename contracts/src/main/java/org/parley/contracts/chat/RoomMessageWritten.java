package org.parley.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person has written or edited a message in a room, so that moderation can check it, or
 * moderation has replaced its text. Messages of other conversations have no such event:
 * their texts leave the conversation only in reports.
 *
 * @param conversation the room
 * @param corrected whether moderation has replaced the text, or has reversed that; absent
 * when a person has written it
 */
@Publishes("room-message.written")
public record RoomMessageWritten(WrittenMessage message, ConversationReference conversation,
		@OptionalValue @Nullable Boolean corrected) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	/**
	 * A message.
	 *
	 * @param seq its number in the room
	 * @param text the text in Markdown; empty for media alone
	 * @param version increases with every change
	 */
	public record WrittenMessage(String id, long seq, PersonReference author, String text, long version) {
	}

}
