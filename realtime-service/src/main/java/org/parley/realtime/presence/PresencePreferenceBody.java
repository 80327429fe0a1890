package org.parley.realtime.presence;

import jakarta.validation.constraints.NotNull;

/**
 * The preference of a person, as read and written.
 *
 * @param invisible whether the person looks offline
 */
record PresencePreferenceBody(@NotNull(message = "is required") Boolean invisible) {
}
