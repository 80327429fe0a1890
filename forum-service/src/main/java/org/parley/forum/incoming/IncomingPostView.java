package org.parley.forum.incoming;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request of a program.
 *
 * @param threadId the thread of the post; null if nothing was posted
 * @param postId the reply; null for a new thread
 * @param repeated whether the request was known
 */
record IncomingPostView(@Nullable String threadId, @Nullable String postId, boolean repeated) {
}
