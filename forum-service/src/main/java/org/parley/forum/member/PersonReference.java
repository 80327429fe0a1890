package org.parley.forum.member;

/**
 * A member as named in events.
 *
 * @param id the id of the member
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record PersonReference(String id, String username, String displayName) {
}
