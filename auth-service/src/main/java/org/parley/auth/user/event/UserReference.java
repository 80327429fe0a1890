package org.parley.auth.user.event;

/**
 * A reference to a user in events.
 *
 * @param id never changes
 * @param username unique regardless of case
 * @param displayName shown to others
 */
public record UserReference(String id, String username, String displayName) {
}
