package org.parley.auth.user;

/**
 * The mail address of a user, its verification, or the language or time zone of the user
 * has changed. Internal to this service: other services receive an encrypted event.
 */
public record ContactMoved(User user) {
}
