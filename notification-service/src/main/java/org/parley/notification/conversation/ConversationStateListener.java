package org.parley.notification.conversation;

import java.util.function.Predicate;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.chat.ConversationSnapshot.ConversationMember;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Ends the memberships of removed conversations, and stores those that a snapshot names.
 * Each is a transaction of its own, because together they may withdraw more messages than
 * one transaction can in its time.
 */
@EventConsumer(value = "notifications", repeatable = true)
class ConversationStateListener {

	private final NotifyMembers notifyMembers;

	private final RecipientMemberships memberships;

	private final UnitOfWork unitOfWork;

	ConversationStateListener(NotifyMembers notifyMembers, RecipientMemberships memberships, UnitOfWork unitOfWork) {
		this.notifyMembers = notifyMembers;
		this.memberships = memberships;
		this.unitOfWork = unitOfWork;
	}

	@EventHandler("conversation.removed")
	void on(ConversationChanged event) {
		if (event.conversation().kind() != ConversationKind.ROOM) {
			remove(event.conversation().id());
		}
	}

	/** Stores what earlier events should have said. */
	@EventHandler("conversation.snapshot")
	void on(ConversationSnapshot event) {
		if (event.conversation().kind() == ConversationKind.ROOM) {
			return;
		}
		var place = ConversationPlace.of(event.conversation());
		if (event.removed()) {
			remove(place.id());
			return;
		}
		this.unitOfWork.run(() -> this.notifyMembers.name(place, event.conversation().version()));
		event.members().forEach((member) -> this.unitOfWork.run(() -> restore(place, member)));
		end(place.id(), (member) -> event.excludes(member.personId(), member.version()));
	}

	private void restore(ConversationPlace place, ConversationMember member) {
		var claimed = this.memberships.claim(place.id());
		var known = this.memberships.find(member.id(), claimed.present(place));
		this.notifyMembers.adapt(known, known.restored(claimed.exists(), member));
	}

	/** No one becomes a member of a conversation that is marked as removed. */
	private void remove(String conversation) {
		this.unitOfWork.run(() -> {
			this.memberships.claim(conversation);
			this.memberships.remove(conversation);
		});
		end(conversation, RecipientMembership::member);
	}

	private void end(String conversation, Predicate<RecipientMembership> condition) {
		this.memberships.findMembers(conversation)
			.stream()
			.filter(condition)
			.forEach((member) -> this.unitOfWork.run(() -> end(member, condition)));
	}

	private void end(RecipientMembership found, Predicate<RecipientMembership> condition) {
		this.memberships.claim(found.conversationId());
		this.memberships.find(found.id())
			.filter(RecipientMembership::member)
			.filter(condition)
			.ifPresent((member) -> this.notifyMembers.adapt(member, member.ended()));
	}

}
