package org.parley.platform.messaging.outbox;

/**
 * Learns which events this instance has committed. It is called after the effects that
 * follow the commit, in the same thread; never after a crash in between.
 */
@FunctionalInterface
public interface CommitListener {

	void committed(String eventId);

}
