package org.parley.chat.message.verdict;

import java.time.InstantSource;

import org.parley.chat.conversation.Conversations;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageRuling;
import org.parley.chat.message.MessageStatus;
import org.parley.chat.message.MessageText;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Removes, edits and restores messages as moderators decide, within the transaction of
 * the event. Decisions that are older than the last applied one have no effect, so events
 * may arrive in any order.
 */
@Component
class RuleMessage {

	private final Messages messages;

	private final Conversations conversations;

	private final MessageEventPublisher events;

	private final Markdown markdown;

	private final InstantSource clock;

	RuleMessage(Messages messages, Conversations conversations, MessageEventPublisher events, Markdown markdown,
			InstantSource clock) {
		this.messages = messages;
		this.conversations = conversations;
		this.events = events;
		this.markdown = markdown;
		this.clock = clock;
	}

	/** Removes a message; only a placeholder remains. */
	void remove(String messageId, MessageRuling ruling) {
		this.messages.find(messageId)
			.filter((message) -> message.isRuledBefore(ruling.at()) && message.isShown())
			.ifPresent((message) -> {
				var removed = message.removed(ruling);
				this.messages.update(message, removed, this.clock.instant());
				this.conversations.find(message.conversationId())
					.ifPresent((found) -> this.events.publishRemoved(new PlacedMessage(removed, found)));
			});
	}

	/**
	 * Replaces the text of a shown message.
	 * @param seen the version that the moderator saw; later texts stay
	 */
	void edit(String messageId, String text, long seen, MessageRuling ruling) {
		this.messages.find(messageId)
			.filter((message) -> message.isRuledBefore(ruling.at()) && message.isShown() && message.version() == seen)
			.ifPresent((message) -> save(message, message.corrected(MessageText.of(text, this.markdown), ruling)));
	}

	/** Restores the text that the same case has replaced, if it is still there. */
	void revertEdit(String messageId, String text, MessageRuling ruling) {
		this.messages.find(messageId).filter((message) -> message.isRuledBefore(ruling.at())).ifPresent((message) -> {
			var last = message.ruling();
			if (message.isShown() && last != null && last.hasEdited(ruling.caseId(), message.version())) {
				save(message, message.uncorrected(MessageText.of(text, this.markdown), ruling));
			}
			else {
				this.messages.update(message, ruling);
			}
		});
	}

	private void save(Message before, Message after) {
		this.messages.update(before, after, this.clock.instant());
		this.conversations.find(after.conversationId())
			.ifPresent((found) -> this.events.publishEdited(new PlacedMessage(after, found)));
	}

	/**
	 * Restores a message that the same case has removed. The author may have deleted it
	 * meanwhile; then it stays deleted.
	 */
	void restore(String messageId, MessageRuling ruling) {
		this.messages.find(messageId)
			.filter((message) -> message.isRuledBefore(ruling.at()))
			.ifPresent((message) -> restore(message, ruling));
	}

	private void restore(Message message, MessageRuling ruling) {
		var last = message.ruling();
		if (message.status() != MessageStatus.REMOVED || last == null || !last.caseId().equals(ruling.caseId())) {
			this.messages.update(message, ruling);
			return;
		}
		this.messages.findText(message, message.version() - 1).ifPresent((text) -> {
			var restored = message.restored(MessageText.of(text, this.markdown), ruling);
			this.messages.update(message, restored, this.clock.instant());
			this.conversations.find(message.conversationId())
				.ifPresent((found) -> this.events.publishRestored(new PlacedMessage(restored, found)));
		});
	}

}
