package org.parley.chat.message.read;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Participation;
import org.parley.chat.message.Messages;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/**
 * Counts the unread messages of a person in the latest conversations that are not muted.
 */
@Component
class CountUnread {

	/** Each costs a branch of the query that every page of the web client waits for. */
	static final int MOST = 200;

	private final ConversationAccess access;

	private final Messages messages;

	private final InstantSource clock;

	CountUnread(ConversationAccess access, Messages messages, InstantSource clock) {
		this.access = access;
		this.messages = messages;
		this.clock = clock;
	}

	UnreadMessagesView count(Caller caller) {
		var unread = this.messages.unread(counted(this.access.all(caller), this.clock.instant()));
		return new UnreadMessagesView(unread.size(), unread.values().stream().mapToLong(Long::longValue).sum());
	}

	static List<Participation> counted(List<Participation> all, Instant now) {
		return all.stream()
			.filter(Participation::isBehind)
			.filter((participation) -> !participation.membership().isMuted(now))
			.sorted(Comparator.comparing(Participation::updatedAt).reversed())
			.limit(MOST)
			.toList();
	}

	/** The unread messages of a person in the latest conversations that are not muted. */
	record UnreadMessagesView(int conversations, long messages) {
	}

}
