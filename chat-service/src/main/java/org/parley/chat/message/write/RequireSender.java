package org.parley.chat.message.write;

import java.util.List;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.preference.RequireContact;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/** Requires that a caller may send messages to a conversation. */
@Component
class RequireSender {

	private final ChatPeople people;

	private final ConversationAccess access;

	private final RequireContact requireContact;

	RequireSender(ChatPeople people, ConversationAccess access, RequireContact requireContact) {
		this.people = people;
		this.access = access;
		this.requireContact = requireContact;
	}

	Sender require(String conversationId, Caller caller) {
		var conversation = this.access.requireMember(conversationId, caller).conversation();
		var author = this.people.requireWriter(caller);
		if (conversation.isDirect()) {
			this.requireContact.require(caller.id(), List.of(conversation.otherThan(caller.id())));
		}
		return new Sender(conversation, author);
	}

	/** A person who may send messages to a conversation. */
	record Sender(Conversation conversation, ChatPerson author) {
	}

}
