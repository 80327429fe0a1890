package org.parley.platform.events.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far the relay is behind.
 *
 * @param pending events that are not sent yet, those that are held or parked too
 * @param held events behind a parked one
 * @param parked events that nobody tries to send any more
 * @param oldest when the oldest of them happened; null when all are sent
 */
record OutboxStatus(long pending, long held, long parked, @Nullable Instant oldest) {
}
