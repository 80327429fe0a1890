package org.parley.chat.retention;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.chat.conversation.Conversations;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.chat.message.reaction.Reactions;
import org.parley.chat.message.report.MessageReports;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Removes the oldest messages of a conversation in rounds, with their earlier texts,
 * reactions and decided reports. Messages with an open report stay.
 */
@Component
class RemoveMessages {

	private static final int MESSAGES = 100;

	private final Conversations conversations;

	private final Messages messages;

	private final Reactions reactions;

	private final MessageReports reports;

	private final MessageEventPublisher events;

	private final UnitOfWork unitOfWork;

	RemoveMessages(Conversations conversations, Messages messages, Reactions reactions, MessageReports reports,
			MessageEventPublisher events, UnitOfWork unitOfWork) {
		this.conversations = conversations;
		this.messages = messages;
		this.reactions = reactions;
		this.reports = reports;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Removes the next old messages of a conversation.
	 * @param after the number of the last message of the previous round
	 * @param cutoff later messages stay
	 */
	Round next(String conversationId, long after, Instant cutoff) {
		return this.unitOfWork.run(() -> {
			var oldest = this.messages.oldest(conversationId, after, MESSAGES);
			var old = oldest.stream().takeWhile((message) -> message.createdAt().isBefore(cutoff)).toList();
			var open = this.reports.openAmong(old.stream().map(Message::id).toList());
			var removed = old.stream().filter((message) -> !open.contains(message.id())).toList();
			if (!removed.isEmpty()) {
				remove(conversationId, removed);
			}
			return new Round(removed.size(), old.isEmpty() ? after : old.getLast().seq(), old.size() == MESSAGES);
		});
	}

	private void remove(String conversationId, List<Message> removed) {
		var ids = removed.stream().map(Message::id).collect(Collectors.toSet());
		this.messages.remove(conversationId, ids);
		this.reactions.removeOf(ids);
		this.reports.removeOf(ids);
		var conversation = this.conversations.findAny(conversationId);
		if (ids.contains(conversation.lastMessageId())) {
			this.conversations.replaceLast(conversationId, this.messages.latest(conversationId, ids).orElse(null));
		}
		this.events.publishExpired(conversation, removed);
	}

	/**
	 * The result of a round.
	 *
	 * @param removed the number of removed messages
	 * @param through the number of the last message that it has seen
	 * @param isUnfinished whether there may be further old messages
	 */
	record Round(int removed, long through, boolean isUnfinished) {
	}

}
