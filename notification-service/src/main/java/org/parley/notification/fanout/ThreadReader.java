package org.parley.notification.fanout;

/**
 * A user who has read a thread before all its notifications were stored.
 *
 * @param upTo the number of the last post that they have read
 */
record ThreadReader(String userId, int upTo) {
}
