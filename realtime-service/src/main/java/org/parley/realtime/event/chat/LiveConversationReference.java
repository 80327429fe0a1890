package org.parley.realtime.event.chat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.ConversationReference;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.LiveEvent;

/** A conversation whose members hear of its changes. */
record LiveConversationReference(String id, ConversationKind kind) {

	static LiveConversationReference of(ConversationReference conversation) {
		return new LiveConversationReference(conversation.id(), conversation.kind());
	}

	String room() {
		return RoomKind.CONVERSATION.room(this.id);
	}

	/**
	 * Creates the event for its members, wherever they are.
	 * @param changes the changed properties, as in the API's list
	 */
	LiveEvent updated(Map<String, Object> changes, EventEnvelope envelope) {
		var data = new LinkedHashMap<String, Object>();
		data.put("id", this.id);
		data.put("kind", this.kind.json());
		data.putAll(changes);
		return new LiveEvent("conversation-updated", envelope.id(), envelope.type(), room(), this.id, data);
	}

}
