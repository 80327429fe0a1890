package org.parley.webhook.forum;

import org.jspecify.annotations.Nullable;

/**
 * What something that is told is about.
 *
 * @param category where it was when it happened; none when it is not about the forum
 * @param thread the thread
 * @param post the post, if it is about one
 * @param content whether it repeats what somebody wrote
 */
public record MessageSubject(@Nullable String category, @Nullable String thread, @Nullable String post,
		boolean content) {

	/** Nothing that somebody could not read. */
	public static final MessageSubject NOTHING = new MessageSubject(null, null, null, false);

}
