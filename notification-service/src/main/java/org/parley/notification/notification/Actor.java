package org.parley.notification.notification;

/**
 * Somebody who caused something.
 *
 * @param id the person's id
 * @param username unique without regard to case
 * @param displayName as shown to others
 */
public record Actor(String id, String username, String displayName) {
}
