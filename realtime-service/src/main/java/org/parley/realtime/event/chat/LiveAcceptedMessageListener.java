package org.parley.realtime.event.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parley.contracts.chat.MessageAccepted;
import org.parley.contracts.chat.MessageAccepted.AcceptedMessage;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.RoomBroadcaster;

/**
 * Sends messages that were accepted while chat-service had no database to the sockets of
 * their conversation. They are not recorded: the stored message follows with its number,
 * and replaces them by its id.
 */
@EventConsumer(value = "realtime", repeatable = true)
class LiveAcceptedMessageListener {

	private final RoomBroadcaster roomBroadcaster;

	LiveAcceptedMessageListener(RoomBroadcaster roomBroadcaster) {
		this.roomBroadcaster = roomBroadcaster;
	}

	@EventHandler("message.accepted")
	void on(MessageAccepted event, EventEnvelope envelope) {
		var room = RoomKind.CONVERSATION.room(event.conversation().id());
		this.roomBroadcaster.sendTransient(room, new LiveEvent("new-message", envelope.id(), envelope.type(), room,
				event.message().id(), live(event.message())), null, Set.of());
	}

	private static LiveMessage live(AcceptedMessage message) {
		return new LiveMessage(message.id(), message.conversationId(), null, message.author(), message.text(),
				message.html(), message.replyTo(), List.of(), Map.of(), message.status(), message.createdAt(), null, 0);
	}

}
