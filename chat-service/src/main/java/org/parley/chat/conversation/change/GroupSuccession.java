package org.parley.chat.conversation.change;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.platform.readmodels.account.AccountStatus;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives a group to its next member when its owner leaves it or is erased: to the one who
 * has been in it for the longest time and is not erased, nor banned if others are there.
 */
@Component
public class GroupSuccession {

	private final Conversations conversations;

	private final Memberships memberships;

	private final ChatPeople people;

	private final ApplicationEventPublisher events;

	GroupSuccession(Conversations conversations, Memberships memberships, ChatPeople people,
			ApplicationEventPublisher events) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.people = people;
		this.events = events;
	}

	/** Returns who owns a conversation without a member. Part of a transaction. */
	String ownerWithout(Conversation conversation, String memberId) {
		var rest = conversation.isGroupOf(memberId) ? heirs(conversation.id(), memberId) : List.<String>of();
		return conversation.ownerWithout(memberId, rest);
	}

	/**
	 * Gives away the groups of an erased member among some conversations. Part of a
	 * transaction.
	 * @return the number of groups with another owner
	 */
	public long passOn(String memberId, List<String> conversationIds) {
		return this.conversations.find(conversationIds)
			.stream()
			.filter((conversation) -> passOn(conversation, memberId))
			.count();
	}

	private boolean passOn(Conversation conversation, String memberId) {
		var owner = ownerWithout(conversation, memberId);
		if (owner.equals(conversation.ownerId())) {
			return false;
		}
		this.conversations.giveTo(conversation.id(), owner)
			.ifPresent((given) -> this.events.publishEvent(given.event("conversation.changed")));
		return true;
	}

	private List<String> heirs(String conversationId, String memberId) {
		var others = this.memberships.others(conversationId, memberId, Conversation.MAX_MEMBERS);
		var known = this.people.byId(others);
		return others.stream()
			.filter((id) -> status(known.get(id)) != AccountStatus.DELETED)
			.sorted(Comparator.comparing((id) -> status(known.get(id)) == AccountStatus.BANNED))
			.toList();
	}

	private static AccountStatus status(@Nullable ChatPerson person) {
		return (person != null) ? person.status() : AccountStatus.ACTIVE;
	}

}
