package org.parley.chat.message.reaction;

import org.parley.chat.message.Message;
import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.chat.person.ChatPeople;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Adds and removes reactions. Repeating a change has no effect. */
@Component
public class ReactToMessage {

	/** The maximum number of different emoji at a message. */
	private static final int MAX_EMOJI = 30;

	private final ChatPeople people;

	private final MessageAccess access;

	private final Messages messages;

	private final Reactions reactions;

	private final MessageEventPublisher events;

	private final UnitOfWork unitOfWork;

	ReactToMessage(ChatPeople people, MessageAccess access, Messages messages, Reactions reactions,
			MessageEventPublisher events, UnitOfWork unitOfWork) {
		this.people = people;
		this.access = access;
		this.messages = messages;
		this.reactions = reactions;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	/** Adds a reaction and returns the message. */
	public Message add(String messageId, String text, Caller caller) {
		this.people.requireWriter(caller);
		return this.unitOfWork.run(() -> {
			var found = this.access.require(messageId, caller);
			var emoji = Emoji.of(text);
			found.message().requireShown();
			this.access.requireContact(found, caller);
			if (this.reactions.exists(caller.id(), messageId, emoji)) {
				return found.message();
			}
			requireSpace(found.message(), emoji);
			this.reactions.insert(caller.id(), messageId, emoji);
			return count(found, emoji, 1);
		});
	}

	/** Removes a reaction and returns the message. */
	public Message remove(String messageId, String text, Caller caller) {
		return this.unitOfWork.run(() -> {
			var found = this.access.require(messageId, caller);
			var emoji = Emoji.of(text);
			var isRemoved = this.reactions.remove(caller.id(), messageId, emoji);
			return (isRemoved && !found.message().isDeleted()) ? count(found, emoji, -1) : found.message();
		});
	}

	/** A removed message keeps its counts, since moderators may restore it. */
	private Message count(PlacedMessage found, Emoji emoji, int change) {
		var changed = this.messages.countReaction(found.message(), emoji.text(), change).orElseThrow();
		if (changed.isShown()) {
			this.events.publishReacted(new PlacedMessage(changed, found.conversation()));
		}
		return changed;
	}

	private static void requireSpace(Message message, Emoji emoji) {
		if (message.reactions().size() >= MAX_EMOJI && !message.reactions().containsKey(emoji.text())) {
			throw RefusalException.conflict("reaction.too-many",
					"A message has at most %d different reactions.".formatted(MAX_EMOJI));
		}
	}

}
