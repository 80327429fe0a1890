package org.parley.realtime.room;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event to be sent to a socket.
 *
 * @param name the Socket.IO event name
 * @param message the message
 * @param offset its position in the log, or null
 * @param subject id of what it is about
 */
record SocketDelivery(String name, Map<String, Object> message, @Nullable Long offset, String subject) {

	/** Checks whether it comes after an offset. */
	boolean follows(long position) {
		return this.offset == null || this.offset > position;
	}

	/** Checks whether a later delivery contains everything that this one does. */
	boolean isReplacedBy(SocketDelivery later) {
		return this.name.equals("vote-updated") && later.name.equals(this.name) && later.subject.equals(this.subject);
	}

}
