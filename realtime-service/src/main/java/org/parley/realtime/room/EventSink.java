package org.parley.realtime.room;

/** Where listeners put what clients should hear. */
public interface EventSink {

	/** Tells a room, and keeps what is told. */
	void tell(String room, LiveEvent event);

	/**
	 * Tells a room, and keeps what is told instead of all that was told of the same
	 * subject before: readers may not see that any more.
	 */
	void replace(String room, LiveEvent event);

}
