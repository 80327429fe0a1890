package org.parley.notification.conversation;

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
	void on(ConversationNewsData.Shown event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.notifyOf(event.known(), event.conversation());
		}
	}

	@EventHandler("message.removed")
	void on(ConversationNewsData.Removed event) {
		if (!event.conversation().isRoom()) {
			this.notifyMembers.withdraw(event.known());
		}
	}

	@EventHandler("position.changed")
	void on(ConversationNewsData.Read event) {
		if (!event.conversation().isRoom()) {
			this.memberships.claim(event.conversation().id());
			var known = this.memberships.find(event.person().id(), event.conversation());
			this.notifyMembers.adapt(known, known.read(event.seq()));
		}
	}

}
