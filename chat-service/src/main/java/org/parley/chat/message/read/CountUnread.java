package org.parley.chat.message.read;

import java.time.InstantSource;

import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Participation;
import org.parley.chat.message.Messages;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/** Counts the unread messages of a person in all conversations that are not muted. */
@Component
class CountUnread {

	private final ConversationAccess access;

	private final Messages messages;

	private final InstantSource clock;

	CountUnread(ConversationAccess access, Messages messages, InstantSource clock) {
		this.access = access;
		this.messages = messages;
		this.clock = clock;
	}

	UnreadMessagesView count(Caller caller) {
		var now = this.clock.instant();
		var behind = this.access.all(caller)
			.stream()
			.filter(Participation::isBehind)
			.filter((participation) -> !participation.membership().isMuted(now))
			.toList();
		var unread = this.messages.unread(behind);
		return new UnreadMessagesView(unread.size(), unread.values().stream().mapToLong(Long::longValue).sum());
	}

	/** The unread messages of a person in all conversations that are not muted. */
	record UnreadMessagesView(int conversations, long messages) {
	}

}
