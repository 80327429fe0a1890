package org.parley.auth.user.event;

import org.parley.auth.user.User;

/**
 * The mail address of a user, its verification, or the language or time zone of the user
 * has changed. Internal to this service: other services receive an encrypted event.
 *
 * @param user the user after the change
 */
public record ContactMoved(User user) {
}
