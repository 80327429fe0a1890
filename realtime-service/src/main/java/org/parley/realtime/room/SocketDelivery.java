package org.parley.realtime.room;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a socket.
 *
 * @param name as which the client hears it
 * @param message what it hears
 * @param offset its place among all events; null when it has none
 * @param subject what it tells of
 */
record SocketDelivery(String name, Map<String, Object> message, @Nullable Long offset, String subject) {

	/** Whether it comes after an offset. */
	boolean follows(long position) {
		return this.offset == null || this.offset > position;
	}

	/** Whether a later one of the same name and subject says all that this one says. */
	boolean isReplacedBy(SocketDelivery later) {
		return this.name.equals("vote-updated") && later.name.equals(this.name) && later.subject.equals(this.subject);
	}

}
