package org.parley.chat.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Conversations;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.jobs.Job;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Removes the messages that are older than the retention of their kind of conversation. A
 * repeated run finds what an interrupted one has left.
 */
@Component
@EnableConfigurationProperties(MessageRetentionSettings.class)
class RemoveOldMessages implements Job {

	private static final int CONVERSATIONS = 200;

	private final Conversations conversations;

	private final RemoveMessages removeMessages;

	private final MessageRetentionSettings settings;

	private final InstantSource clock;

	RemoveOldMessages(Conversations conversations, RemoveMessages removeMessages, MessageRetentionSettings settings,
			InstantSource clock) {
		this.conversations = conversations;
		this.removeMessages = removeMessages;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "remove-old-messages";
	}

	@Override
	public String schedule() {
		return "0 40 3 * * *";
	}

	@Override
	public String run() {
		var removed = List.of(ConversationKind.values()).stream().mapToLong(this::removeOfKind).sum();
		return "Removed %d messages.".formatted(removed);
	}

	private long removeOfKind(ConversationKind kind) {
		return this.settings.of(kind).map((kept) -> removeBefore(kind, this.clock.instant().minus(kept))).orElse(0L);
	}

	private long removeBefore(ConversationKind kind, Instant cutoff) {
		long removed = 0;
		var page = this.conversations.findWritten(kind, "", CONVERSATIONS);
		while (!page.isEmpty()) {
			for (var conversation : page) {
				requireUninterrupted();
				removed += removeBefore(conversation, cutoff);
			}
			page = this.conversations.findWritten(kind, page.getLast().id(), CONVERSATIONS);
		}
		return removed;
	}

	private long removeBefore(Conversation conversation, Instant cutoff) {
		long removed = 0;
		var round = this.removeMessages.next(conversation.id(), 0, cutoff);
		while (round.isUnfinished()) {
			requireUninterrupted();
			removed += round.removed();
			round = this.removeMessages.next(conversation.id(), round.through(), cutoff);
		}
		return removed + round.removed();
	}

	private static void requireUninterrupted() {
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("The job was interrupted");
		}
	}

}
