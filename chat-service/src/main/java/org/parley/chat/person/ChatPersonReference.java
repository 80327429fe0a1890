package org.parley.chat.person;

/**
 * A person as named in events.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record ChatPersonReference(String id, String username, String displayName) {
}
