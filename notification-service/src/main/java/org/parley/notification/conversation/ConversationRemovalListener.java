package org.parley.notification.conversation;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Ends the memberships of removed conversations. Each is a transaction of its own,
 * because together they may withdraw more messages than one transaction can in its time.
 */
@EventConsumer(value = "notifications", repeatable = true)
class ConversationRemovalListener {

	private final NotifyMembers notifyMembers;

	private final RecipientMemberships memberships;

	private final UnitOfWork unitOfWork;

	ConversationRemovalListener(NotifyMembers notifyMembers, RecipientMemberships memberships, UnitOfWork unitOfWork) {
		this.notifyMembers = notifyMembers;
		this.memberships = memberships;
		this.unitOfWork = unitOfWork;
	}

	/** No one becomes a member of a conversation that is marked as removed. */
	@EventHandler("conversation.removed")
	void on(ConversationChanged event) {
		var conversation = event.conversation().id();
		if (event.conversation().kind() != ConversationKind.ROOM) {
			this.unitOfWork.run(() -> {
				this.memberships.claim(conversation);
				this.memberships.remove(conversation);
			});
			this.memberships.findMembers(conversation).forEach((member) -> this.unitOfWork.run(() -> end(member)));
		}
	}

	private void end(RecipientMembership found) {
		this.memberships.claim(found.conversationId());
		this.memberships.find(found.id())
			.filter(RecipientMembership::member)
			.ifPresent((member) -> this.notifyMembers.adapt(member, member.ended()));
	}

}
