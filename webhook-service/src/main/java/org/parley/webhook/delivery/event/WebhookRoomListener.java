package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.Set;

import org.parley.contracts.chat.ConversationChanged;
import org.parley.contracts.chat.ConversationReference;
import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.contracts.chat.RoomMessageWritten;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSource;
import org.parley.webhook.visibility.MessageSubject;
import org.parley.webhook.visibility.MessageVisibility;

import static org.parley.webhook.delivery.event.MessagePayload.only;
import static org.parley.webhook.delivery.event.MessagePayload.removed;

/**
 * Consumes events about rooms that everyone may enter; of other conversations it stores
 * nothing.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class WebhookRoomListener {

	private final MessageVisibility messageVisibility;

	private final CreateDeliveries createDeliveries;

	WebhookRoomListener(MessageVisibility messageVisibility, CreateDeliveries createDeliveries) {
		this.messageVisibility = messageVisibility;
		this.createDeliveries = createDeliveries;
	}

	@EventHandler("room-message.written")
	void on(RoomMessageWritten data, EventEnvelope event) {
		if (isOpen(data.conversation())) {
			var message = data.message();
			if (message.version() > 0) {
				this.messageVisibility.saveEdited(message.id(), true, data.corrected(), message.version());
			}
			this.createDeliveries.create(message(event, "room-message.written", true));
		}
	}

	@EventHandler("message.restored")
	void on(MessageChanged data, EventEnvelope event) {
		if (isOpen(data.conversation())) {
			this.messageVisibility.saveItem(data.message().id(), true, data.message().version());
			this.createDeliveries.create(message(event, "room-message.restored", true));
		}
	}

	@EventHandler("message.removed")
	void on(MessageRemoved data, EventEnvelope event) {
		if (isOpen(data.conversation())) {
			this.messageVisibility.saveItem(data.message().id(), false, data.version());
			this.createDeliveries.create(message(event, "room-message.removed", false));
		}
	}

	@EventHandler("conversation.removed")
	void on(ConversationChanged data) {
		this.messageVisibility.saveItem(data.conversation().id(), false, data.conversation().version());
	}

	private static Optional<WebhookMessage> message(EventEnvelope event, String type, boolean content) {
		var message = event.data().path("message");
		var room = event.data().path("conversation");
		var data = MessagePayload.object();
		data.set("message", content ? message.deepCopy() : removed(event, message, "id"));
		data.set("room", only(room, "id", "name"));
		var subject = new MessageSubject(MessageSource.ROOM, null, MessagePayload.id(room), MessagePayload.id(message),
				content, Set.of(MessagePayload.id(message.path("author"))), Set.of(), MessagePayload.version(message));
		return MessagePayload.message(event, type, subject, data);
	}

	private static boolean isOpen(ConversationReference conversation) {
		return conversation.isRoom() && !Boolean.TRUE.equals(conversation.limited());
	}

}
