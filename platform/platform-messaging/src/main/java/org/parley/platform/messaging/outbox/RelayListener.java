package org.parley.platform.messaging.outbox;

import java.util.List;

/**
 * Learns which events the broker has confirmed, before they are removed from the outbox:
 * whatever crashes, it learns of each event once or more often, in the process that has
 * sent it. If it fails, the events are sent again.
 */
@FunctionalInterface
public interface RelayListener {

	void relayed(List<OutboxRecord> events);

}
