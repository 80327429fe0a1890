package org.parley.chat.conversation.change;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.conversation.Participation;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Adds members to conversations and removes them. Repeating a change has no effect. */
@Component
public class ChangeMembers {

	private final ConversationAccess access;

	private final Memberships memberships;

	private final ChatPeople people;

	private final Invitations invitations;

	private final SaveConversation saveConversation;

	private final UnitOfWork unitOfWork;

	ChangeMembers(ConversationAccess access, Memberships memberships, ChatPeople people, Invitations invitations,
			SaveConversation saveConversation, UnitOfWork unitOfWork) {
		this.access = access;
		this.memberships = memberships;
		this.people = people;
		this.invitations = invitations;
		this.saveConversation = saveConversation;
		this.unitOfWork = unitOfWork;
	}

	/** Adds the caller to a room. */
	public Participation join(String id, Caller caller) {
		var person = this.people.requireWriter(caller);
		return this.unitOfWork.run(() -> add(this.access.requireRoom(id, caller), person));
	}

	/** Removes the caller from a group or room. */
	public void leave(String id, Caller caller) {
		end(id, this.people.require(caller), caller);
	}

	/** Adds a person on behalf of a member who may change the conversation. */
	public void invite(String id, String username, Caller caller) {
		var conversation = this.access.require(id, caller).conversation();
		conversation.requireEditor(caller.id(), caller.isAdmin());
		var person = this.invitations.require(username);
		this.unitOfWork.run(() -> this.memberships.find(id, person.id())
			.map((known) -> new Participation(conversation, known))
			.orElseGet(() -> {
				this.invitations.requireAccepted(person, caller.id());
				return this.saveConversation.add(this.access.require(id, caller).conversation(), person);
			}));
	}

	/**
	 * Removes a person on behalf of a member who may do so, or the caller themselves.
	 * @param username the username, or the id of an erased person
	 */
	public void remove(String id, String username, Caller caller) {
		var conversation = this.access.require(id, caller).conversation();
		if (!username.equalsIgnoreCase(caller.username())) {
			conversation.requireEditor(caller.id(), caller.isAdmin());
		}
		end(id, this.invitations.requireMember(username), caller);
	}

	private Participation add(Conversation conversation, ChatPerson person) {
		return this.memberships.find(conversation.id(), person.id())
			.map((known) -> new Participation(conversation, known))
			.orElseGet(() -> this.saveConversation.add(conversation, person));
	}

	private void end(String id, ChatPerson person, Caller caller) {
		this.unitOfWork.run(() -> {
			var conversation = this.access.require(id, caller).conversation();
			conversation.requireLeavable();
			this.saveConversation.end(conversation, person, caller.id());
		});
		this.access.forget(id, person.id());
	}

}
