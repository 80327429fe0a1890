package org.parley.resilience.talk;

import java.time.Instant;

/**
 * A message that was answered with success.
 *
 * @param conversation the conversation
 * @param mark the text, which is unique, and the client's id
 * @param sent time of the first request
 * @param answered time of the answer
 */
record SpokenMessage(String conversation, String mark, Instant sent, Instant answered) {
}
