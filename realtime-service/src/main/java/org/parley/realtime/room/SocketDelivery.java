package org.parley.realtime.room;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.EncodedEvent;

/**
 * An event to be sent to a socket.
 *
 * @param event the event, encoded once for all sockets
 * @param offset its position in the log, or null
 * @param subject id of what it is about
 */
record SocketDelivery(EncodedEvent event, @Nullable Long offset, String subject) {

	String name() {
		return this.event.name();
	}

	/** Checks whether it comes after an offset. */
	boolean follows(long position) {
		return this.offset == null || this.offset > position;
	}

	/** Checks whether a later delivery contains everything that this one does. */
	boolean isReplacedBy(SocketDelivery later) {
		return name().equals("vote-updated") && later.name().equals(name()) && later.subject.equals(this.subject);
	}

}
