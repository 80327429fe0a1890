package org.parley.chat.recent;

/**
 * The effect of a committed change on the entry of its subject.
 *
 * @param name the name in the script
 * @param place the number of a message, or a person
 * @param value the message
 * @param messageId the id of a message that waits no longer
 * @param isAwaited whether the author of the change waits until Redis has applied it. An
 * appended message is awaited by nobody, because until then the database is asked.
 */
public record RecentEffect(String name, String place, String value, String messageId, boolean isAwaited) {

	static final RecentEffect NONE = new RecentEffect("none", "", "", "", false);

	static final RecentEffect DOUBT = new RecentEffect("doubt", "", "", "", false);

	/** A message follows the others. */
	public static RecentEffect append(long seq, String messageId, String message) {
		return new RecentEffect("append", Long.toString(seq), message, messageId, false);
	}

	/** An accepted message waits no longer. */
	public static RecentEffect settle(String messageId) {
		return new RecentEffect("settle", "", "", messageId, false);
	}

	/** A message has changed. */
	public static RecentEffect replace(long seq, String message) {
		return new RecentEffect("replace", Long.toString(seq), message, "", true);
	}

	/** The messages are read again. */
	public static RecentEffect drop() {
		return new RecentEffect("drop", "", "", "", true);
	}

	/** A person is no longer a member. */
	public static RecentEffect deny(String personId) {
		return new RecentEffect("deny", personId, "", "", true);
	}

	/** Whether a person is a member is asked again. */
	public static RecentEffect forget(String personId) {
		return new RecentEffect("forget", personId, "", "", true);
	}

	/** The subject is gone. */
	public static RecentEffect close() {
		return new RecentEffect("close", "", "", "", true);
	}

	/** Everything is read again. */
	public static RecentEffect wipe() {
		return new RecentEffect("wipe", "", "", "", true);
	}

}
