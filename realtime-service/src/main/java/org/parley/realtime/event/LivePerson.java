package org.parley.realtime.event;

/**
 * Somebody, as events and clients name them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 */
record LivePerson(String id, String username, String displayName) {
}
