package org.parley.realtime.event.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.conversation.ConversationRights;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Stores the members of conversations, ends the memberships of sockets whose user is no
 * longer a member, and tells the members.
 * <p>
 * The shared queue is handled in order with the recorded events, so a join that waits for
 * the log checks rights that are as new.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveConversationListener {

	private final ConversationRights conversationRights;

	private final MembershipRevoker membershipRevoker;

	LiveConversationListener(ConversationRights conversationRights, MembershipRevoker membershipRevoker) {
		this.conversationRights = conversationRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler("conversation.created")
	void onCreated(ConversationChanged event) {
		this.conversationRights.add(event);
	}

	@EventHandler("conversation.changed")
	void onChanged(ConversationChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = event.conversation();
		var changes = new LinkedHashMap<String, Object>();
		changes.put("name", conversation.name());
		changes.put("description", conversation.description());
		tell(new LiveConversationReference(conversation.id(), conversation.kind()), changes, envelope, sink);
	}

	@EventHandler("conversation.removed")
	void onRemoved(ConversationChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = new LiveConversationReference(event.conversation().id(), event.conversation().kind());
		this.conversationRights.remove(event);
		this.membershipRevoker.review(conversation.room());
		tell(conversation, Map.of(), envelope, sink);
	}

	@EventHandler("membership.started")
	void onStarted(MembershipChanged event, EventEnvelope envelope, EventSink sink) {
		this.conversationRights.save(event);
		tell(LiveConversationReference.of(event.conversation()), Map.of(), envelope, sink);
	}

	@EventHandler("membership.ended")
	void onEnded(MembershipChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		this.conversationRights.save(event);
		this.membershipRevoker.review(conversation.room(), event.person().id());
		sink.tell(() -> Set.of(event.person().id()), conversation.updated(Map.of(), envelope));
		tell(conversation, Map.of(), envelope, sink);
	}

	private void tell(LiveConversationReference conversation, Map<String, Object> changes, EventEnvelope envelope,
			EventSink sink) {
		sink.tell(() -> this.conversationRights.members(conversation.id()).all(),
				conversation.updated(changes, envelope));
	}

}
