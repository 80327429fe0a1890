package org.parley.realtime.typing;

/**
 * Somebody is writing in a thread. It is told at once and kept nowhere.
 *
 * @param id of this message
 * @param threadId the thread
 * @param socket of the one who writes, who need not be told
 * @param user who it is
 */
record TypingNotice(String id, String threadId, String socket, Writer user) {

	/**
	 * Who is writing.
	 *
	 * @param id the person's id
	 * @param username unique without regard to case
	 * @param displayName as shown to others
	 */
	record Writer(String id, String username, String displayName) {
	}

}
