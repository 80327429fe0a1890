package org.parley.chat.message;

import org.parley.chat.conversation.ConversationAccess;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/** Finds messages for the members of their conversations. */
@Component
public class MessageAccess {

	private final Messages messages;

	private final ConversationAccess conversations;

	MessageAccess(Messages messages, ConversationAccess conversations) {
		this.messages = messages;
		this.conversations = conversations;
	}

	/**
	 * Returns a message of a conversation of the caller.
	 * @throws ProblemException 404 {@code message.not-found}
	 */
	public PlacedMessage require(String id, Caller caller) {
		var message = this.messages.find(id).orElseThrow(MessageAccess::notFound);
		try {
			return new PlacedMessage(message,
					this.conversations.require(message.conversationId(), caller).conversation());
		}
		catch (ProblemException ex) {
			throw notFound();
		}
	}

	private static ProblemException notFound() {
		return ProblemException.notFound("message.not-found", "There is no such message.");
	}

}
