package org.parley.forum.post;

import jakarta.validation.constraints.NotNull;
import org.parley.forum.text.StorableText;

/**
 * Asks for a post to say something else.
 *
 * @param content what it shall say, in Markdown
 */
record PostRequest(
		@NotNull(message = "is required") @StorableText(min = 1, max = 50_000, lines = true) String content) {
}
