package org.parley.chat.message.write;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.ConversationNotFoundException;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.preference.RequireContact;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/**
 * Requires that a caller may send messages to a conversation: first with what Redis and
 * this process know, and again when the message is stored or accepted.
 */
@Component
class RequireSender {

	private final ChatPeople people;

	private final ConversationAccess access;

	private final Memberships memberships;

	private final RequireContact requireContact;

	RequireSender(ChatPeople people, ConversationAccess access, Memberships memberships,
			RequireContact requireContact) {
		this.people = people;
		this.access = access;
		this.memberships = memberships;
		this.requireContact = requireContact;
	}

	Sender require(String conversationId, Caller caller) {
		var conversation = this.access.requireMember(conversationId, caller).conversation();
		return new Sender(conversation, this.people.requireWriter(caller));
	}

	/** Requires that the other person of a direct conversation may be written to. */
	void requireContact(Conversation conversation, ChatPerson author) {
		if (conversation.isDirect()) {
			this.requireContact.require(author.id(), conversation.otherThan(author.id()));
		}
	}

	/**
	 * Requires in the transaction of a message that its author may still send it, because
	 * it may have waited for its turn. Removing a member writes the conversation, as the
	 * message does, so one of the two transactions runs again and sees the other.
	 */
	void requireStill(Conversation conversation, ChatPerson author) {
		requireContact(conversation, author);
		if (!conversation.isDirect() && this.memberships.find(conversation.id(), author.id()).isEmpty()) {
			throw new ConversationNotFoundException();
		}
	}

	/** A person who writes in a conversation. */
	record Sender(Conversation conversation, ChatPerson author) {
	}

}
