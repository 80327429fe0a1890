package org.parley.platform.events.inbox;

/**
 * What the events of the tests are about.
 *
 * @param number which
 */
record Article(int number) {
}
