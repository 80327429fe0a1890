package org.parley.realtime.access.conversation;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.chat.MembershipChanged;
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
	void onCreated(ConversationChanged event) {
		this.conversationRights.add(event);
	}

	@EventHandler("conversation.removed")
	void onRemoved(ConversationChanged event) {
		this.conversationRights.remove(event);
	}

	@EventHandler("conversation.snapshot")
	void on(ConversationSnapshot event) {
		this.conversationRights.save(event);
	}

	@EventHandler({ "membership.started", "membership.ended" })
	void on(MembershipChanged event) {
		this.conversationRights.save(event);
	}

}
