package org.parley.chat.recent;

import org.jspecify.annotations.Nullable;

/**
 * A range of messages by their numbers.
 *
 * @param edge the number at which it begins, exclusively; null for the latest messages
 * @param isBack whether it has later messages, oldest first
 * @param most the most messages
 */
public record RecentRange(@Nullable Long edge, boolean isBack, int most) {

	/** No messages. */
	public static final RecentRange NONE = new RecentRange(null, false, 0);

	String direction() {
		if (this.edge == null) {
			return "";
		}
		return this.isBack ? ">" : "<";
	}

	String number() {
		return (this.edge != null) ? this.edge.toString() : "0";
	}

}
