package org.parley.realtime.event.chat;

import java.util.Map;

/**
 * Data of {@code message.removed}.
 *
 * @param message the deleted message
 * @param conversation its conversation
 * @param version the message's version
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
	 * @param id the message's id
	 * @param seq its number in the conversation
	 */
	record Removed(String id, long seq) {
	}

}
