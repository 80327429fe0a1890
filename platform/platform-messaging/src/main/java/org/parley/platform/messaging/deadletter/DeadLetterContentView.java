package org.parley.platform.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.JsonNode;

/**
 * A dead letter with its content.
 *
 * @param letter its description
 * @param message the event with masked secrets; wholly masked if it is not an event
 */
record DeadLetterContentView(@JsonUnwrapped DeadLetterView letter, JsonNode message) {
}
