package org.parley.realtime.event.chat;

import java.util.Map;
import java.util.Set;

import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.contracts.chat.PositionChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.realtime.access.conversation.ConversationRights;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;

/**
 * Publishes messages and read positions to the room of their conversation, and tells
 * members who have not joined it that the conversation has changed.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveMessageListener {

	private final ConversationRights conversationRights;

	private final MediaAddresses addresses;

	LiveMessageListener(ConversationRights conversationRights, MediaAddresses addresses) {
		this.conversationRights = conversationRights;
		this.addresses = addresses;
	}

	@EventHandler("message.created")
	void onCreated(MessageChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		var message = LiveMessage.of(event.message(), this.addresses);
		this.conversationRights.addWriter(conversation.id(), message.author().id());
		sink.publish(conversation.room(), liveEvent("new-message", conversation, message.id(), message, envelope));
		tellMembers(conversation, Map.of("lastMessage", message, "updatedAt", message.createdAt()), envelope, sink);
	}

	@EventHandler({ "message.edited", "message.restored" })
	void onEdited(MessageChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		sink.replace(conversation.room(), updated(event, envelope));
		tellMembers(conversation, Map.of(), envelope, sink);
	}

	@EventHandler("message.reacted")
	void onReacted(MessageChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		sink.publish(conversation.room(), updated(event, envelope));
	}

	@EventHandler("message.removed")
	void onRemoved(MessageRemoved event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		sink.replace(conversation.room(),
				liveEvent("message-removed", conversation, event.message().id(), placeholder(event), envelope));
		tellMembers(conversation, Map.of(), envelope, sink);
	}

	/**
	 * Only the last position of each member stays in the log. A hidden one is for the
	 * member alone, and none crosses a block.
	 */
	@EventHandler("position.changed")
	void onRead(PositionChanged event, EventEnvelope envelope, EventSink sink) {
		var conversation = LiveConversationReference.of(event.conversation());
		if (!Boolean.TRUE.equals(event.hidden())) {
			var reader = event.person();
			sink.replace(conversation.room(),
					new LiveEvent("read-updated", envelope.id(), envelope.type(), conversation.room(),
							"position:" + reader.id(), Map.of("user", reader, "seq", event.seq()), reader.id()));
		}
		sink.tell(() -> Set.of(event.person().id()), conversation.updated(Map.of(), envelope));
	}

	private void tellMembers(LiveConversationReference conversation, Map<String, Object> changes,
			EventEnvelope envelope, EventSink sink) {
		sink.tell(() -> this.conversationRights.members(conversation.id()).all(),
				conversation.updated(changes, envelope));
	}

	private LiveEvent updated(MessageChanged event, EventEnvelope envelope) {
		var conversation = LiveConversationReference.of(event.conversation());
		return liveEvent("message-updated", conversation, event.message().id(),
				LiveMessage.of(event.message(), this.addresses), envelope);
	}

	private static LiveEvent liveEvent(String name, LiveConversationReference conversation, String subject, Object data,
			EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), conversation.room(), subject, data);
	}

	private static Map<String, Object> placeholder(MessageRemoved event) {
		return Map.of("id", event.message().id(), "conversationId", event.conversation().id(), "seq",
				event.message().seq(), "status", "deleted", "version", event.version());
	}

}
