package org.parley.forum.post.edit;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;

/**
 * Requests a reply.
 *
 * @param content the content in Markdown
 * @param replyTo the id of the post to reply to, if any
 */
public record NewPost(@NotNull @StorableText(min = 1, max = 50) String threadId,
		@NotNull @VisibleMarkdown(media = true) @StorableText(min = 1, max = 50_000, lines = true) String content,
		@StorableText(min = 1, max = 50) @Nullable String replyTo) {
}
