package org.parley.notification.news;

/**
 * The user who caused an event.
 *
 * @param id the id of the user
 * @param username unique, ignoring case
 */
public record Actor(String id, String username, String displayName) {
}
