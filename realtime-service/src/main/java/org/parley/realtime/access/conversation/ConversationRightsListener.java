package org.parley.realtime.access.conversation;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores the members of conversations on behalf of all instances. */
@EventConsumer(value = "realtime_rights", repeatable = true)
class ConversationRightsListener {

	private final ConversationRights conversationRights;

	ConversationRightsListener(ConversationRights conversationRights) {
		this.conversationRights = conversationRights;
	}

	@EventHandler("conversation.created")
	void onCreated(ConversationEventData event) {
		this.conversationRights.add(event);
	}

	@EventHandler("conversation.removed")
	void onRemoved(ConversationEventData event) {
		this.conversationRights.remove(event);
	}

	@EventHandler("membership.started")
	void onStarted(MembershipEventData event) {
		this.conversationRights.save(event, true);
	}

	@EventHandler("membership.ended")
	void onEnded(MembershipEventData event) {
		this.conversationRights.save(event, false);
	}

}
