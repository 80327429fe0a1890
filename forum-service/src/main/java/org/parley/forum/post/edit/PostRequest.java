package org.parley.forum.post.edit;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * Requests an edit of a post.
 *
 * @param content the new content in Markdown
 */
record PostRequest(
		@NotNull(message = "is required") @StorableText(min = 1, max = 50_000, lines = true) String content) {
}
