package org.parley.chat.message.verdict;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.chat.conversation.Conversations;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageRuling;
import org.parley.chat.message.MessageText;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Removes, edits and restores messages as moderation rules, within the transaction of the
 * event. A verdict counts only for the text that it is about, and never against a
 * moderator. Decisions that are older than the last applied one have no effect, so events
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

	/**
	 * Removes a message until a moderator decides.
	 * @param checked the version of the text that the verdict is about
	 */
	void removeByCheck(String messageId, long checked) {
		this.messages.find(messageId)
			.filter((message) -> message.isOpenToCheck(checked))
			.ifPresent((message) -> save(message, message.removedByCheck()));
	}

	/** Removes a message; only a placeholder remains. */
	void remove(String messageId, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isShown()) {
				save(message, message.removed(ruling));
			}
			else {
				this.messages.update(message, message.rulingAfterRemoval(ruling));
			}
		});
	}

	/**
	 * Shows what a check has removed.
	 * @param seen the version of the text that the moderator saw
	 */
	void accept(String messageId, long seen, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isShownByDismissal(seen)) {
				restore(message, ruling);
			}
			else {
				note(message, ruling);
			}
		});
	}

	/**
	 * Replaces the text of a message.
	 * @param seen the version that the moderator saw; later texts stay
	 */
	void edit(String messageId, String text, long seen, MessageRuling ruling) {
		find(messageId, ruling).filter((message) -> message.isCorrectable(seen))
			.ifPresent((message) -> save(message, message.corrected(MessageText.of(text, this.markdown), ruling)));
	}

	/** Restores the text that the same case has replaced, if it is still there. */
	void revertEdit(String messageId, String text, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isCorrectedBy(ruling.caseId())) {
				save(message, message.uncorrected(MessageText.of(text, this.markdown), ruling));
			}
			else {
				note(message, ruling);
			}
		});
	}

	/** Restores a message that the same case or a check has removed. */
	void restore(String messageId, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isShownByReversal(ruling.caseId())) {
				restore(message, ruling);
			}
			else {
				note(message, ruling);
			}
		});
	}

	private Optional<Message> find(String messageId, MessageRuling ruling) {
		return this.messages.find(messageId).filter((message) -> message.isRuledBefore(ruling.at()));
	}

	private void note(Message message, MessageRuling ruling) {
		this.messages.update(message, message.rulingAfter(ruling));
	}

	private void restore(Message message, MessageRuling ruling) {
		this.messages.findText(message, message.textVersion())
			.ifPresent((text) -> save(message, message.restored(MessageText.of(text, this.markdown), ruling)));
	}

	private void save(Message before, Message after) {
		this.messages.update(before, after, this.clock.instant());
		this.conversations.find(after.conversationId())
			.map((conversation) -> new PlacedMessage(after, conversation))
			.ifPresent((changed) -> publish(changed, before.isShown()));
	}

	private void publish(PlacedMessage changed, boolean wasShown) {
		if (!changed.message().isShown()) {
			this.events.publishRemoved(changed);
		}
		else if (wasShown) {
			this.events.publishCorrected(changed);
		}
		else {
			this.events.publishRestored(changed);
		}
	}

}
