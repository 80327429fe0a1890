package org.parley.platform.messaging.inbox;

/** The data of the test events. */
record Article(int number) {
}
