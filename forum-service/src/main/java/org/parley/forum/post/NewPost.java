package org.parley.forum.post;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.StorableText;

/**
 * A reply that somebody wants to make.
 *
 * @param threadId to which thread
 * @param content what it says, in Markdown
 * @param replyTo the id of the post that it answers, if any
 */
record NewPost(@NotNull(message = "is required") @StorableText(min = 1, max = 50) String threadId,
		@NotNull(message = "is required") @StorableText(min = 1, max = 50_000, lines = true) String content,
		@StorableText(min = 1, max = 50) @Nullable String replyTo) {
}
