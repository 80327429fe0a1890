package org.parley.chat.message.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.chat.message.Messages;
import org.parley.chat.message.Messages.SentMessage;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Limits how many messages a person sends, by API and socket together. The stored
 * messages are counted: one query of at most {@value #PER_MINUTE} index keys.
 */
@Component
class MessageLimits {

	static final int PER_MINUTE = 60;

	static final int PER_CONVERSATION = 30;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration BURST = Duration.ofSeconds(10);

	private final Messages messages;

	private final InstantSource clock;

	MessageLimits(Messages messages, InstantSource clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Requires that a person may send another message.
	 * @throws RefusalException 429 {@code limit.exceeded}
	 */
	void require(String personId, String conversationId) {
		var now = this.clock.instant();
		require(this.messages.sentSince(personId, now.minus(MINUTE), PER_MINUTE), conversationId, now);
	}

	/**
	 * Requires that a person may send another message after those of the last minute,
	 * latest first.
	 * @throws RefusalException 429 {@code limit.exceeded}
	 */
	static void require(List<SentMessage> sent, String conversationId, Instant now) {
		require(sent, PER_MINUTE, MINUTE, now);
		var since = now.minus(BURST);
		require(sent.stream()
			.filter((message) -> message.conversationId().equals(conversationId) && message.at().isAfter(since))
			.toList(), PER_CONVERSATION, BURST, now);
	}

	private static void require(List<SentMessage> sent, int limit, Duration window, Instant now) {
		if (sent.size() >= limit) {
			var free = Duration.between(now, sent.get(limit - 1).at().plus(window)).plusSeconds(1);
			throw RefusalException.later(RefusalKind.LIMITED, "limit.exceeded",
					"You are sending messages too fast. Wait a moment.", Duration.ofSeconds(free.toSeconds()));
		}
	}

}
