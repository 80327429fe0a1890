package org.parley.notification.news;

/**
 * The user who caused an event.
 *
 * @param username unique, ignoring case
 */
public record Actor(String id, String username, String displayName) {
}
