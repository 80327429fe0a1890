package org.parley.realtime.access.social;

/** A person in the events of social-service. */
public record SocialPersonData(String id) {
}
