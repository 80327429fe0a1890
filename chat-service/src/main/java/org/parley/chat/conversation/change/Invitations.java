package org.parley.chat.conversation.change;

import java.util.ArrayList;
import java.util.List;

import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.preference.RequireContact;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.account.PeopleByUsername;

import org.springframework.stereotype.Component;

/** Finds the people who are invited, if they accept messages. */
@Component
class Invitations {

	private final ChatPeople people;

	private final RequireContact requireContact;

	Invitations(ChatPeople people, RequireContact requireContact) {
		this.people = people;
		this.requireContact = requireContact;
	}

	/**
	 * Finds the people with some usernames, each once.
	 * @throws RefusalException 422 {@code member.not-found}, {@code chat.self}
	 */
	List<ChatPerson> find(List<String> usernames, ChatPerson inviter) {
		var named = this.people.named(usernames);
		var found = new ArrayList<ChatPerson>();
		for (int i = 0; i < usernames.size(); i++) {
			var field = "members[" + i + "]";
			var person = named.get(PeopleByUsername.key(usernames.get(i)));
			if (person == null) {
				throw RefusalException.unprocessable(field, "member.not-found",
						"There is no member with this username.");
			}
			if (person.id().equals(inviter.id())) {
				throw RefusalException.unprocessable(field, "chat.self", "You are a member already.");
			}
			if (found.stream().noneMatch((other) -> other.id().equals(person.id()))) {
				found.add(person);
			}
		}
		return found;
	}

	/**
	 * Finds the person with a username who is to be added.
	 * @throws RefusalException 404 {@code member.not-found}
	 */
	ChatPerson require(String username) {
		return this.people.named(username)
			.orElseThrow(() -> RefusalException.notFound("member.not-found", "There is no member with this username."));
	}

	/**
	 * Finds the person with a username, or the erased one with an id, because all erased
	 * people have the same username.
	 * @throws RefusalException 404 {@code member.not-found}
	 */
	ChatPerson requireMember(String usernameOrId) {
		var stored = this.people.byId(List.of(usernameOrId)).get(usernameOrId);
		return (stored != null && stored.status() == AccountStatus.DELETED) ? stored : require(usernameOrId);
	}

	/**
	 * Requires that a person accepts messages from the inviter.
	 * @throws RefusalException 403 {@code chat.blocked}, {@code chat.not-accepted}
	 */
	void requireAccepted(ChatPerson invited, String inviterId) {
		this.requireContact.require(inviterId, invited.id());
	}

	/**
	 * Requires that all of them accept messages from the inviter, and names each who does
	 * not.
	 * @param usernames those with which they were invited
	 * @throws RefusalException as {@link #requireAccepted}
	 */
	void requireAllAccepted(List<String> usernames, List<ChatPerson> invited, String inviterId) {
		var refused = this.requireContact.refusedAmong(inviterId, invited.stream().map(ChatPerson::id).toList());
		var errors = new ArrayList<FieldProblem>();
		var keys = usernames.stream().map(PeopleByUsername::key).toList();
		for (var person : invited) {
			var refusal = refused.get(person.id());
			if (refusal != null) {
				var field = "members[" + keys.indexOf(PeopleByUsername.key(person.username())) + "]";
				errors.add(new FieldProblem(field, refusal.code(), refusal.detail()));
			}
		}
		if (!errors.isEmpty()) {
			throw RefusalException.forbidden(errors);
		}
	}

	/**
	 * Requires that no block separates somebody from the person who wants to talk to
	 * them.
	 * @throws RefusalException 403 {@code chat.blocked}
	 */
	void requireUnblocked(ChatPerson other, String personId) {
		this.requireContact.requireUnblocked(personId, other.id());
	}

}
