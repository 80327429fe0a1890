package org.parley.social.post.write;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.problem.ProblemException;
import org.parley.social.post.PostVisibility;

/**
 * A request to publish a post.
 *
 * @param text the text in Markdown
 * @param media ids of pictures; must be empty in this version
 * @param visibility who may see it; public by default
 */
record SocialPostRequest(
		@NotNull(message = "is required") @StorableText(min = 1, max = 5_000, lines = true) String text,
		@Nullable List<@NotNull(message = "must not be null") String> media, @Nullable PostVisibility visibility) {

	/**
	 * Requires a post without media.
	 * @throws ProblemException 422 {@code media.unavailable}
	 */
	void requireNoMedia() {
		if (this.media != null && !this.media.isEmpty()) {
			throw ProblemException.unprocessable("media", "media.unavailable",
					"must be empty: this installation stores no media");
		}
	}

	PostVisibility audience() {
		return (this.visibility != null) ? this.visibility : PostVisibility.PUBLIC;
	}

}
