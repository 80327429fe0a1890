package org.parley.chat.message.verdict;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

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
			.ifPresent((message) -> remove(message, message.removedByCheck()));
	}

	/** Removes a message; only a placeholder remains. */
	void remove(String messageId, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isShown()) {
				remove(message, message.removed(ruling));
			}
			else {
				this.messages.update(message, message.isRemovedByCheck() ? ruling : message.rulingAfter(ruling));
			}
		});
	}

	/**
	 * Shows what a check has removed, unless the author wrote the text after the
	 * moderator decided.
	 * @param seen the version of the text that the moderator saw
	 */
	void accept(String messageId, long seen, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isRemovedByCheck() && message.textVersion() <= seen) {
				restore(message, ruling);
			}
			else {
				this.messages.update(message, message.rulingAfter(ruling));
			}
		});
	}

	/**
	 * Replaces the text of a message that is shown, or that a check has removed.
	 * @param seen the version that the moderator saw; later texts stay
	 */
	void edit(String messageId, String text, long seen, MessageRuling ruling) {
		find(messageId, ruling)
			.filter((message) -> (message.isShown() || message.isRemovedByCheck()) && message.textVersion() == seen)
			.ifPresent((message) -> {
				var corrected = message.corrected(MessageText.of(text, this.markdown), ruling);
				this.messages.update(message, corrected, this.clock.instant());
				publish(corrected, message.isShown() ? this.events::publishCorrected : this.events::publishRestored);
			});
	}

	/** Restores the text that the same case has replaced, if it is still there. */
	void revertEdit(String messageId, String text, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			var last = message.ruling();
			if (message.isShown() && last != null && last.hasEdited(ruling.caseId(), message.version())) {
				var reverted = message.uncorrected(MessageText.of(text, this.markdown), ruling);
				this.messages.update(message, reverted, this.clock.instant());
				publish(reverted, this.events::publishCorrected);
			}
			else {
				this.messages.update(message, message.rulingAfter(ruling));
			}
		});
	}

	/**
	 * Restores a message that the same case or a check has removed. The author may have
	 * deleted it meanwhile; then it stays deleted.
	 */
	void restore(String messageId, MessageRuling ruling) {
		find(messageId, ruling).ifPresent((message) -> {
			if (message.isRemovedByCheck() || message.isRemovedBy(ruling.caseId())) {
				restore(message, ruling);
			}
			else {
				this.messages.update(message, message.rulingAfter(ruling));
			}
		});
	}

	private Optional<Message> find(String messageId, MessageRuling ruling) {
		return this.messages.find(messageId).filter((message) -> message.isRuledBefore(ruling.at()));
	}

	private void remove(Message message, Message removed) {
		this.messages.update(message, removed, this.clock.instant());
		publish(removed, this.events::publishRemoved);
	}

	private void restore(Message message, MessageRuling ruling) {
		this.messages.findText(message, message.textVersion()).ifPresent((text) -> {
			var restored = message.restored(MessageText.of(text, this.markdown), ruling);
			this.messages.update(message, restored, this.clock.instant());
			publish(restored, this.events::publishRestored);
		});
	}

	private void publish(Message changed, Consumer<PlacedMessage> event) {
		this.conversations.find(changed.conversationId())
			.ifPresent((found) -> event.accept(new PlacedMessage(changed, found)));
	}

}
