package org.parley.realtime.access.social;

/**
 * A person in the events of social-service.
 *
 * @param id the person's id
 */
public record SocialPersonData(String id) {
}
