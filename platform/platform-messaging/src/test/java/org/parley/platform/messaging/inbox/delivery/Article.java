package org.parley.platform.messaging.inbox.delivery;

/** The data of the test events. */
record Article(int number) {
}
