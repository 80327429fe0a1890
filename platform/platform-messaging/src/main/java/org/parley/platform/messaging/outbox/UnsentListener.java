package org.parley.platform.messaging.outbox;

import java.util.List;

/**
 * Learns which events the broker does not take while it is away, in their order. It
 * learns of an event once, or again in another process. The broker receives them later.
 */
@FunctionalInterface
public interface UnsentListener {

	void unsent(List<OutboxRecord> events);

}
