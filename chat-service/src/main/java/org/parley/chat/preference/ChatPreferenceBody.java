package org.parley.chat.preference;

import jakarta.validation.constraints.NotNull;

/**
 * The preferences of a person, as read and written.
 *
 * @param writers the people who may write to the person
 */
record ChatPreferenceBody(@NotNull(message = "is required") AllowedWriters writers) {
}
