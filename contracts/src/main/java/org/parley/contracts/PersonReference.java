package org.parley.contracts;

/**
 * A person as named in events.
 *
 * @param id the id of the account, which never changes
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record PersonReference(String id, String username, String displayName) {
}
