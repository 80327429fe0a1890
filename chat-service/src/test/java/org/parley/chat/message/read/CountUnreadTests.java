package org.parley.chat.message.read;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Participation;
import org.parley.contracts.chat.ConversationKind;

import static org.assertj.core.api.Assertions.assertThat;

class CountUnreadTests {

	private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

	@Test
	void onlyLatestUnreadConversationsAreCounted() {
		var read = participation(CountUnread.MOST + 2, 0);
		var unread = IntStream.rangeClosed(0, CountUnread.MOST).mapToObj((nth) -> participation(nth, 1)).toList();
		assertThat(CountUnread.counted(unread, NOW)).hasSize(CountUnread.MOST)
			.doesNotContain(unread.getFirst())
			.first()
			.isEqualTo(unread.getLast());
		assertThat(CountUnread.counted(List.of(read, unread.getFirst()), NOW)).containsExactly(unread.getFirst());
	}

	private static Participation participation(int minute, long lastSeq) {
		var at = NOW.minusSeconds(60_000).plusSeconds(60L * minute);
		var conversation = new Conversation("c" + minute, ConversationKind.DIRECT, null, null, null, "alice", null,
				List.of(), 2, 2, lastSeq, null, false, at, at, 0);
		return new Participation(conversation, Membership.of("alice", conversation.id(), 0, at, 1));
	}

}
