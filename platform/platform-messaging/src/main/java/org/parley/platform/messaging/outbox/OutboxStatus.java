package org.parley.platform.messaging.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state of the outbox.
 *
 * @param pending the number of all unsent events
 * @param held the number of events held behind a parked one
 * @param parked the number of events that are no longer retried
 * @param oldest when the oldest unsent event happened; null when all are sent
 */
record OutboxStatus(long pending, long held, long parked, @Nullable Instant oldest) {
}
