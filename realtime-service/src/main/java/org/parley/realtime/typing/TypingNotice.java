package org.parley.realtime.typing;

import org.parley.contracts.PersonReference;

/**
 * A user is typing in a room. Notices are sent at once and never stored.
 *
 * @param socket socket of the user, which does not receive the notice
 * @param user the typing user
 */
record TypingNotice(String id, String room, String socket, PersonReference user) {
}
