package org.parley.chat.message.read;

import java.util.List;
import java.util.Set;

import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.conversation.Participation;
import org.parley.chat.message.Messages;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.chat.preference.ChatPreferences;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Moves the read position of a member forward; it never goes back. */
@Component
class ReadConversation {

	private final ConversationAccess access;

	private final Memberships memberships;

	private final Messages messages;

	private final ChatPreferences preferences;

	private final MessageEventPublisher events;

	private final UnitOfWork unitOfWork;

	ReadConversation(ConversationAccess access, Memberships memberships, Messages messages, ChatPreferences preferences,
			MessageEventPublisher events, UnitOfWork unitOfWork) {
		this.access = access;
		this.memberships = memberships;
		this.messages = messages;
		this.preferences = preferences;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	PositionView read(String conversationId, long seq, Caller caller) {
		var after = this.unitOfWork.run(() -> {
			var found = this.access.require(conversationId, caller);
			var reached = Math.min(seq, found.conversation().lastSeq());
			if (this.memberships.moveForward(found.membership(), reached)) {
				var hidden = !this.preferences.hidingReadingAmong(Set.of(caller.id())).isEmpty();
				this.events.publishRead(found.conversation(), caller, reached, hidden);
			}
			return new Participation(found.conversation(), found.membership().readUpTo(reached));
		});
		var unread = this.messages.unread(List.of(after)).getOrDefault(conversationId, 0L);
		return new PositionView(conversationId, after.membership().position(), unread);
	}

	/**
	 * A member's read position.
	 *
	 * @param seq the number of the last message that the member has read
	 * @param unreadCount the number of later messages of others
	 */
	record PositionView(String conversationId, long seq, long unreadCount) {
	}

}
