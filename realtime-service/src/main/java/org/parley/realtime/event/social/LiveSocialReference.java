package org.parley.realtime.event.social;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.LiveEvent;

/**
 * The post that an event is about.
 *
 * @param id the post's id
 * @param commentCount the number of shown comments
 */
record LiveSocialReference(String id, int commentCount) {

	String room() {
		return RoomKind.SOCIAL_POST.room(this.id);
	}

	/**
	 * Creates an event for its room.
	 * @param by the id of the person who caused it
	 */
	LiveEvent liveEvent(String name, String subject, Object data, String by, EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), room(), subject, data, by);
	}

}
