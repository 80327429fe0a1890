package org.parley.chat.snapshot;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Memberships;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.chat.ConversationSnapshot.ConversationMember;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/**
 * Publishes all conversations with their members, in parts. The members are read after
 * the number of changes of a conversation: those up to it who are missing have left.
 */
@Component
class ConversationSnapshots implements Snapshot {

	private static final int PART = 200;

	private final Conversations conversations;

	private final Memberships memberships;

	ConversationSnapshots(Conversations conversations, Memberships memberships) {
		this.conversations = conversations;
		this.memberships = memberships;
	}

	@Override
	public String type() {
		return "conversation.snapshot";
	}

	@Override
	public List<ConversationSnapshot> after(@Nullable String id, int limit) {
		return this.conversations.after(id, limit).stream().flatMap(this::parts).toList();
	}

	private Stream<ConversationSnapshot> parts(Conversation conversation) {
		var end = conversation.memberChanges();
		var members = conversation.removed() ? List.<Membership>of() : this.memberships.through(conversation.id(), end);
		var last = Math.max(0, members.size() - 1) / PART;
		return IntStream.rangeClosed(0, last).mapToObj((part) -> {
			var from = part * PART;
			var to = Math.min(from + PART, members.size());
			return new ConversationSnapshot(conversation.data(), conversation.removed(),
					members.subList(from, to).stream().map(ConversationSnapshots::member).toList(),
					(part > 0) ? members.get(from - 1).version() : 0,
					(part < last) ? members.get(to - 1).version() : end);
		});
	}

	private static ConversationMember member(Membership membership) {
		return new ConversationMember(membership.personId(), membership.position(), membership.version());
	}

}
