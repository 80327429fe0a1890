package org.parley.auth.user.event;

import org.parley.auth.user.User;

/**
 * A person can be written to elsewhere, in another language or time zone, or their
 * address is known to be theirs now. For this service alone: others hear it sealed.
 *
 * @param user who, as they are now
 */
public record ContactMoved(User user) {
}
