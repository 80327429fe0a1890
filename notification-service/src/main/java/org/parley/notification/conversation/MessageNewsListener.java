package org.parley.notification.conversation;

import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.contracts.chat.PositionChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Notifies members of messages and of what became of them. */
@EventConsumer("notifications")
class MessageNewsListener {

	private final NotifyMembers notifyMembers;

	private final RecipientMemberships memberships;

	MessageNewsListener(NotifyMembers notifyMembers, RecipientMemberships memberships) {
		this.notifyMembers = notifyMembers;
		this.memberships = memberships;
	}

	@EventHandler({ "message.created", "message.restored" })
	void on(MessageChanged event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.notifyOf(KnownMessage.of(event), ConversationPlace.of(event.conversation()));
		}
	}

	@EventHandler("message.removed")
	void on(MessageRemoved event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.withdraw(KnownMessage.of(event));
		}
	}

	@EventHandler("position.changed")
	void on(PositionChanged event) {
		if (!event.conversation().isRoom()) {
			this.memberships.claim(event.conversation().id());
			var known = this.memberships.find(event.person().id(), ConversationPlace.of(event.conversation()));
			this.notifyMembers.adapt(known, known.read(event.seq()));
		}
	}

}
