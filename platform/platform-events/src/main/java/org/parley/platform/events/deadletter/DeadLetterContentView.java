package org.parley.platform.events.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter, as operators read it.
 *
 * @param letter what is known of it
 * @param message the event with its secrets hidden; all of it, when it is no event
 */
record DeadLetterContentView(@JsonUnwrapped DeadLetterView letter, JsonNode message) {
}
