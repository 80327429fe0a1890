package org.parley.chat.message.write;

import java.util.List;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.preference.ChatPreferences;
import org.parley.platform.security.Caller;

import org.springframework.stereotype.Component;

/** Requires that a caller may send messages to a conversation. */
@Component
class RequireSender {

	private final ChatPeople people;

	private final ConversationAccess access;

	private final ChatPreferences preferences;

	RequireSender(ChatPeople people, ConversationAccess access, ChatPreferences preferences) {
		this.people = people;
		this.access = access;
		this.preferences = preferences;
	}

	Sender require(String conversationId, Caller caller) {
		var conversation = this.access.require(conversationId, caller).conversation();
		var author = this.people.requireWriter(caller);
		if (conversation.isDirect()) {
			this.preferences.requireOpen(List.of(conversation.otherThan(caller.id())));
		}
		return new Sender(conversation, author);
	}

	/**
	 * A person who may send messages to a conversation.
	 *
	 * @param conversation the conversation
	 * @param author the person
	 */
	record Sender(Conversation conversation, ChatPerson author) {
	}

}
