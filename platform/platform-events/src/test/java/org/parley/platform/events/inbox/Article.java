package org.parley.platform.events.inbox;

/** The data of the test events. */
record Article(int number) {
}
