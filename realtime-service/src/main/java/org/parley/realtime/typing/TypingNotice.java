package org.parley.realtime.typing;

/**
 * A user is typing in a room. Notices are sent at once and never stored.
 *
 * @param id the notice's id
 * @param room the room
 * @param socket socket of the user, which does not receive the notice
 * @param user the typing user
 */
record TypingNotice(String id, String room, String socket, Writer user) {

	/**
	 * The typing user.
	 *
	 * @param id the user's id
	 * @param username unique without regard to case
	 * @param displayName the name shown to other users
	 */
	record Writer(String id, String username, String displayName) {
	}

}
