package org.parley.chat.person;

/**
 * A person as named in events.
 *
 * @param id the id of the person
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record ChatPersonReference(String id, String username, String displayName) {
}
