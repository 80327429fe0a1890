package org.parley.resilience.talk;

/**
 * A message as the API lists it after the drill.
 *
 * @param mark the text
 * @param seq the number
 */
record StoredMessage(String mark, long seq) {
}
