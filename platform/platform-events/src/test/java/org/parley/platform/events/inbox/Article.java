package org.parley.platform.events.inbox;

/**
 * The data of the test events.
 *
 * @param number its number
 */
record Article(int number) {
}
