package org.parley.social.post.comment.write;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * A request to comment on a post.
 *
 * @param text the text in Markdown
 * @param replyTo the id of the comment to answer; an answer to an answer hangs on the
 * first comment
 */
record SocialCommentRequest(
		@NotNull(message = "is required") @StorableText(min = 1, max = 5_000, lines = true) String text,
		@StorableText(min = 1, max = 50) @Nullable String replyTo) {
}
