package org.parley.forum.member;

/**
 * A person as events name them.
 *
 * @param id the person's id
 * @param username unique, without regard to case
 * @param displayName as shown to others
 */
public record PersonReference(String id, String username, String displayName) {
}
