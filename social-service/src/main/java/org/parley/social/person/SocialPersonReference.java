package org.parley.social.person;

/**
 * A person as named in events.
 *
 * @param id the id of the person
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record SocialPersonReference(String id, String username, String displayName) {
}
