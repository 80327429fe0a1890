package org.parley.chat.message;

import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.preference.RequireContact;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Finds messages for the members of their conversations. */
@Component
public class MessageAccess {

	private final Messages messages;

	private final ConversationAccess conversations;

	private final RequireContact requireContact;

	MessageAccess(Messages messages, ConversationAccess conversations, RequireContact requireContact) {
		this.messages = messages;
		this.conversations = conversations;
		this.requireContact = requireContact;
	}

	/**
	 * Returns a message of a conversation of the caller.
	 * @throws RefusalException 404 {@code message.not-found}
	 */
	public PlacedMessage require(String id, Caller caller) {
		var message = this.messages.find(id).orElseThrow(MessageAccess::notFound);
		try {
			return new PlacedMessage(message,
					this.conversations.require(message.conversationId(), caller).conversation());
		}
		catch (RefusalException ex) {
			throw notFound();
		}
	}

	/**
	 * Requires that the caller may still write to the other person of a direct
	 * conversation.
	 * @throws RefusalException 403 {@code chat.blocked}, {@code chat.not-accepted}
	 */
	public void requireContact(PlacedMessage message, Caller caller) {
		if (message.conversation().isDirect()) {
			this.requireContact.require(caller.id(), message.conversation().otherThan(caller.id()));
		}
	}

	private static RefusalException notFound() {
		return RefusalException.notFound("message.not-found", "There is no such message.");
	}

}
