package org.parley.chat.conversation.change;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.conversation.Membership;
import org.parley.chat.conversation.Memberships;
import org.parley.chat.conversation.Participation;
import org.parley.chat.person.ChatPerson;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.chat.MembershipChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Saves new conversations and new or ended memberships. Part of a transaction. */
@Component
class SaveConversation {

	private final Conversations conversations;

	private final Memberships memberships;

	private final ApplicationEventPublisher events;

	private final GroupSuccession succession;

	private final RoomActs acts;

	private final InstantSource clock;

	SaveConversation(Conversations conversations, Memberships memberships, ApplicationEventPublisher events,
			GroupSuccession succession, RoomActs acts, InstantSource clock) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.events = events;
		this.succession = succession;
		this.acts = acts;
		this.clock = clock;
	}

	/** Finds the direct conversation of two people. */
	Optional<Participation> findDirect(String creatorId, String otherId) {
		return this.conversations.findDirect(Conversation.pair(creatorId, otherId))
			.map((found) -> new Participation(found, this.memberships.find(found.id(), creatorId).orElseThrow()));
	}

	/**
	 * Saves a new conversation.
	 * @param members all members, the creator first
	 * @return the creator's participation
	 */
	Participation insert(Conversation conversation, List<ChatPerson> members) {
		var now = this.clock.instant();
		var joined = IntStream.range(0, members.size())
			.mapToObj((i) -> Membership.of(members.get(i).id(), conversation.id(), 0, now, i + 1))
			.toList();
		this.conversations.insert(conversation);
		this.memberships.insert(joined);
		this.events.publishEvent(conversation.event("conversation.created"));
		this.acts.record(AdministratorAct.ROOM_CREATED, conversation, conversation.ownerId(), null);
		IntStream.range(0, members.size()).forEach((i) -> publishStarted(conversation, members.get(i), i + 1));
		return new Participation(conversation, joined.getFirst());
	}

	/** Adds a member who is not one yet. */
	Participation add(Conversation conversation, ChatPerson person) {
		conversation.requireSpace();
		var changed = this.conversations.addMember(conversation.id(), person.id()).orElseThrow();
		var membership = Membership.of(person.id(), changed.id(), changed.lastSeq(), this.clock.instant(),
				changed.memberChanges());
		this.memberships.add(membership);
		publishStarted(changed, person, changed.memberChanges());
		return new Participation(changed, membership);
	}

	private void publishStarted(Conversation conversation, ChatPerson person, long version) {
		this.events.publishEvent(new MembershipChanged("membership.started", conversation.reference(),
				person.reference(), version, conversation.lastSeq()));
	}

	/**
	 * Ends a membership, if there is one. The last member of a group removes it.
	 * @param by the id of the member, or of who removes them
	 */
	void end(Conversation conversation, ChatPerson person, String by) {
		if (!this.memberships.remove(conversation.id(), person.id())) {
			return;
		}
		var first = this.memberships.firstMembers(conversation.id(), person.id());
		var changed = this.conversations
			.removeMember(conversation.id(), first, this.succession.ownerWithout(conversation, person.id()))
			.orElseThrow();
		this.events.publishEvent(new MembershipChanged("membership.ended", changed.reference(), person.reference(),
				changed.memberChanges(), null));
		if (!by.equals(person.id())) {
			this.acts.record(AdministratorAct.ROOM_MEMBER_REMOVED, changed, by, person.id());
		}
		if (changed.isDeserted()) {
			this.conversations.remove(changed.id())
				.ifPresent((removed) -> this.events.publishEvent(removed.event("conversation.removed")));
		}
	}

}
