package org.parley.platform.events.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter, as operators read it.
 *
 * @param letter what is known of it
 * @param message the event with its secrets hidden, or null when it is none: who knows
 * what it says
 */
record LetterContent(@JsonUnwrapped LetterView letter, @Nullable JsonNode message) {
}
