package org.parley.realtime.event.chat;

import java.util.Map;
import java.util.Set;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.realtime.access.conversation.ConversationRights;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

/**
 * Publishes messages and read positions to the room of their conversation, and tells
 * members who have not joined it that the conversation has changed.
 */
abstract class LiveMessageListener {

	private final EventSink sink;

	private final ConversationRights conversationRights;

	private final MediaAddresses addresses;

	LiveMessageListener(EventSink sink, ConversationRights conversationRights, MediaAddresses addresses) {
		this.sink = sink;
		this.conversationRights = conversationRights;
		this.addresses = addresses;
	}

	@EventHandler("message.created")
	void onCreated(MessageEventData event, EventEnvelope envelope) {
		var message = LiveMessage.of(event.message(), this.addresses);
		this.conversationRights.addWriter(event.conversation().id(), message.author().id());
		this.sink.publish(event.conversation().room(),
				liveEvent("new-message", event.conversation(), message.id(), message, envelope));
		tellMembers(event.conversation(), Map.of("lastMessage", message, "updatedAt", message.createdAt()), envelope);
	}

	@EventHandler({ "message.edited", "message.restored" })
	void onEdited(MessageEventData event, EventEnvelope envelope) {
		this.sink.replace(event.conversation().room(), updated(event, envelope));
		tellMembers(event.conversation(), Map.of(), envelope);
	}

	@EventHandler("message.reacted")
	void onReacted(MessageEventData event, EventEnvelope envelope) {
		this.sink.publish(event.conversation().room(), updated(event, envelope));
	}

	@EventHandler("message.removed")
	void onRemoved(MessageRemovedEventData event, EventEnvelope envelope) {
		this.sink.replace(event.conversation().room(),
				liveEvent("message-removed", event.conversation(), event.message().id(), event.live(), envelope));
		tellMembers(event.conversation(), Map.of(), envelope);
	}

	/** Only the last position of each member stays in the log. */
	@EventHandler("position.changed")
	void onRead(PositionChangedEventData event, EventEnvelope envelope) {
		this.sink.replace(event.conversation().room(), liveEvent("read-updated", event.conversation(),
				"position:" + event.person().id(), event.live(), envelope));
		this.sink.tell(() -> Set.of(event.person().id()), event.conversation().updated(Map.of(), envelope));
	}

	private void tellMembers(LiveConversationReference conversation, Map<String, Object> changes,
			EventEnvelope envelope) {
		this.sink.tell(() -> this.conversationRights.members(conversation.id()).all(),
				conversation.updated(changes, envelope));
	}

	private LiveEvent updated(MessageEventData event, EventEnvelope envelope) {
		return liveEvent("message-updated", event.conversation(), event.message().id(),
				LiveMessage.of(event.message(), this.addresses), envelope);
	}

	private static LiveEvent liveEvent(String name, LiveConversationReference conversation, String subject, Object data,
			EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), conversation.room(), subject, data);
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveMessageListener {

		Live(RoomBroadcaster roomBroadcaster, ConversationRights conversationRights, MediaAddresses addresses) {
			super(roomBroadcaster, conversationRights, addresses);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveMessageListener {

		Recorded(ReplayRecorder recorder, ConversationRights conversationRights, MediaAddresses addresses) {
			super(recorder, conversationRights, addresses);
		}

	}

}
