package org.parley.social.post.write;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;

/**
 * A request to publish a post.
 *
 * @param text the text in Markdown; may be absent or empty if there are media
 * @param media ids of ready media of the author in their order, uploaded for
 * {@code social}
 * @param visibility who may see it; public by default
 */
record SocialPostRequest(@VisibleMarkdown @StorableText(max = 5_000, lines = true) @Nullable String text, @Size(
		max = 10,
		message = "must have at most 10 items") @Nullable List<@NotNull(message = "must not be null") String> media,
		@Nullable SocialVisibility visibility) {

	/**
	 * The text.
	 * @throws RefusalException 400 if there is neither text nor media
	 */
	String content() {
		return requireContent(Objects.requireNonNullElse(this.text, ""), mediaIds());
	}

	/** The ids of the media, each once. */
	List<String> mediaIds() {
		return (this.media != null) ? this.media.stream().distinct().toList() : List.of();
	}

	SocialVisibility audience() {
		return (this.visibility != null) ? this.visibility : SocialVisibility.PUBLIC;
	}

	/** Requires a text, unless there are media. */
	static String requireContent(String text, List<String> media) {
		if (!text.isBlank()) {
			return text;
		}
		if (media.isEmpty()) {
			throw RefusalException.field("text", "storable-text", "must have 1 to 5000 printable characters");
		}
		return "";
	}

}
