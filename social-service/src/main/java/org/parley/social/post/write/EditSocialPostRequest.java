package org.parley.social.post.write;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.social.post.PostVisibility;

/**
 * A request to edit a post; absent properties stay as they are.
 *
 * @param text the text in Markdown
 * @param visibility who may see it
 */
record EditSocialPostRequest(@StorableText(min = 1, max = 5_000, lines = true) @Nullable String text,
		@Nullable PostVisibility visibility) {
}
