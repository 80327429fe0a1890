package org.parley.realtime.event;

/**
 * A user as events and clients receive it.
 *
 * @param id the user's id
 * @param username unique without regard to case
 * @param displayName the name shown to other users
 */
public record LivePerson(String id, String username, String displayName) {
}
