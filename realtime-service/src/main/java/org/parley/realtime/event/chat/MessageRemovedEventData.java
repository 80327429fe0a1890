package org.parley.realtime.event.chat;

import java.util.Map;

/**
 * Data of {@code message.removed}.
 *
 * @param message the deleted message
 */
record MessageRemovedEventData(Removed message, LiveConversationReference conversation, long version) {

	/** Returns the data that clients receive: the placeholder. */
	Map<String, Object> live() {
		return Map.of("id", this.message.id(), "conversationId", this.conversation.id(), "seq", this.message.seq(),
				"status", "deleted", "version", this.version);
	}

	/**
	 * A deleted message.
	 *
	 * @param seq its number in the conversation
	 */
	record Removed(String id, long seq) {
	}

}
