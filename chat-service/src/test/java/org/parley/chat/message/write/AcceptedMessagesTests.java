package org.parley.chat.message.write;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageText;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AcceptedMessagesTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final AcceptedMessages accepted = new AcceptedMessages();

	@Test
	void thirtyMessagesInTenSecondsFillAConversation() {
		for (int i = 0; i < MessageLimits.PER_CONVERSATION; i++) {
			this.accepted.requireSpace(message("alice", "one", NOON.plusMillis(i)));
		}
		refuses(message("alice", "one", NOON.plusSeconds(1)));
		this.accepted.requireSpace(message("alice", "two", NOON.plusSeconds(1)));
		this.accepted.requireSpace(message("bob", "one", NOON.plusSeconds(1)));
		this.accepted.requireSpace(message("alice", "one", NOON.plusSeconds(11)));
	}

	@Test
	void sixtyMessagesInAMinuteFillAPerson() {
		for (int i = 0; i < MessageLimits.PER_MINUTE; i++) {
			this.accepted.requireSpace(message("alice", "conversation " + i, NOON.plusMillis(i)));
		}
		refuses(message("alice", "another", NOON.plusSeconds(59)));
		this.accepted.requireSpace(message("alice", "another", NOON.plusSeconds(62)));
	}

	private void refuses(Message message) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> this.accepted.requireSpace(message))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("limit.exceeded"));
	}

	private static Message message(String author, String conversation, Instant at) {
		return Message.accepted(Ids.next(), conversation, author, null,
				new MessageText("Hello", "<p>Hello</p>", List.of("hello")), null, at);
	}

}
