package org.parley.realtime.event.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
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
	void on(Accepted event, EventEnvelope envelope) {
		var room = event.conversation().room();
		this.roomBroadcaster.sendTransient(room, new LiveEvent("new-message", envelope.id(), envelope.type(), room,
				event.message().id(), event.message().live()), null);
	}

	/** The data of the event. */
	record Accepted(State message, LiveConversationReference conversation) {
	}

	/**
	 * A message that has no number yet.
	 *
	 * @param text the Markdown source
	 * @param html the rendered and sanitized HTML
	 * @param replyTo id of the message that it answers, if any
	 * @param status {@code accepted}
	 * @param createdAt when it was accepted
	 */
	record State(String id, String conversationId, PersonReference author, String text, String html,
			@Nullable String replyTo, String status, Instant createdAt) {

		LiveMessage live() {
			return new LiveMessage(this.id, this.conversationId, null, this.author, this.text, this.html, this.replyTo,
					List.of(), Map.of(), this.status, this.createdAt, null, 0);
		}

	}

}
