package org.parley.realtime.news;

/**
 * Somebody, as events and clients name them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 */
record Person(String id, String username, String displayName) {
}
