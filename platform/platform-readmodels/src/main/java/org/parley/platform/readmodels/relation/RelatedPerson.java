package org.parley.platform.readmodels.relation;

/**
 * A person as named in events about relations.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record RelatedPerson(String id, String username, String displayName) {
}
