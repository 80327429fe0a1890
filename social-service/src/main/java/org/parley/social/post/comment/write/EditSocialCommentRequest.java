package org.parley.social.post.comment.write;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * A request to edit a comment.
 *
 * @param text the text in Markdown
 */
record EditSocialCommentRequest(
		@NotNull(message = "is required") @StorableText(min = 1, max = 5_000, lines = true) String text) {
}
