package org.parley.chat.conversation;

import org.parley.chat.outage.DatabaseMemory;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.preference.RequireContact;
import org.parley.platform.domain.Caller;

import org.springframework.stereotype.Component;

/**
 * Remembers what a reader needs to write while the database is away, besides being a
 * member.
 */
@Component
class ReaderMemory {

	private final ChatPeople people;

	private final RequireContact requireContact;

	private final DatabaseMemory memory;

	ReaderMemory(ChatPeople people, RequireContact requireContact, DatabaseMemory memory) {
		this.people = people;
		this.requireContact = requireContact;
		this.memory = memory;
	}

	/** Asks the database every ten minutes. */
	void remember(String conversationId, Caller reader) {
		this.people.remember(reader.id());
		this.memory.find(Participation.class, Membership.id(reader.id(), conversationId))
			.map(Participation::conversation)
			.filter(Conversation::isDirect)
			.ifPresent((direct) -> this.requireContact.remember(reader.id(), direct.otherThan(reader.id())));
	}

}
