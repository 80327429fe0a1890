package org.parley.auth.user.event;

/**
 * Somebody, as events name them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 */
public record UserReference(String id, String username, String displayName) {
}
