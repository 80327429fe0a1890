package org.parley.realtime.presence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The presence of a person, as others see it.
 *
 * @param state what others see
 * @param since since when; for {@code offline} when the person was last seen, null if
 * that is unknown
 */
record Presence(String id, PresenceState state, @Nullable Instant since) {
}
