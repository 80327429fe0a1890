package org.parley.realtime.room;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes the events that clients should receive: {@link RoomBroadcaster} those of the
 * instance's own queue, {@link ReplayRecorder} those of the shared queue.
 */
public interface EventSink {

	void publish(String room, LiveEvent event);

	/**
	 * Publishes an event to a room and removes earlier events of the same subject from
	 * the log, because readers may no longer see them.
	 */
	void replace(String room, LiveEvent event);

	/**
	 * Sends an event to users, whatever rooms they are in. It is not recorded, so clients
	 * read what it is about when they connect.
	 * @param userIds found only if the event is sent
	 */
	void tell(Supplier<Set<String>> userIds, LiveEvent event);

}
