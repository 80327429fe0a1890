package org.parley.webhook.forum;

import org.jspecify.annotations.Nullable;

/**
 * The category, thread and post that a message is about.
 *
 * @param category the category at the time of the event; null if it is not about the
 * forum
 * @param post the post; null if it is not about one
 * @param content whether the message contains text of a user
 */
public record MessageSubject(@Nullable String category, @Nullable String thread, @Nullable String post,
		boolean content) {

	/** The subject of messages that are not about the forum. */
	public static final MessageSubject NOTHING = new MessageSubject(null, null, null, false);

}
