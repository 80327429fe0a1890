package org.parley.realtime.event.chat;

import java.util.Map;

import org.parley.contracts.PersonReference;

/**
 * Data of {@code position.changed}.
 *
 * @param person the member who has read further
 * @param seq the number of the last message that the member has read
 */
record PositionChangedEventData(LiveConversationReference conversation, PersonReference person, long seq) {

	/** Returns the data that clients receive. */
	Map<String, Object> live() {
		return Map.of("user", this.person, "seq", this.seq);
	}

}
