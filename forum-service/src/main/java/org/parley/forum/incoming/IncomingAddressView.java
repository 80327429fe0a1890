package org.parley.forum.incoming;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An address for programs, without its token.
 *
 * @param name the name of the program, which its posts mention
 * @param template the name of the template
 * @param threadId the thread that it replies to; null if it starts threads
 * @param signed whether requests must be signed
 * @param creator the username of the moderator in whose name it posts
 * @param usedAt the last post; null if there was none
 */
record IncomingAddressView(String id, String name, String template, @Nullable String threadId, boolean signed,
		String creator, Instant createdAt, @Nullable Instant usedAt) {
}
