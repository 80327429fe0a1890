package org.parley.realtime.room;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a socket.
 *
 * @param name as which the client hears it
 * @param message what it hears
 * @param offset its place among all events; null when it has none
 */
record Delivery(String name, Map<String, Object> message, @Nullable Long offset) {

	/** The offset, where one without has the first place of all. */
	long place() {
		return (this.offset != null) ? this.offset : 0;
	}

}
