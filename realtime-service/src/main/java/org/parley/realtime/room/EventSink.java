package org.parley.realtime.room;

/** Takes the events that clients should receive. */
public interface EventSink {

	/** Publishes an event to a room. */
	void publish(String room, LiveEvent event);

	/**
	 * Publishes an event to a room and removes earlier events of the same subject from
	 * the log, because readers may no longer see them.
	 */
	void replace(String room, LiveEvent event);

}
