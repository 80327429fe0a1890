package org.parley.social.post.write;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.social.post.SocialPost;

/**
 * A request to edit a post; absent properties stay as they are.
 *
 * @param text the text in Markdown; may be empty if there are media
 * @param media ids of the media in their order; empty for none
 * @param visibility who may see it
 */
record EditSocialPostRequest(@VisibleMarkdown @StorableText(max = 5_000, lines = true) @Nullable String text, @Size(
		max = 10,
		message = "must have at most 10 items") @Nullable List<@NotNull(message = "must not be null") String> media,
		@Nullable SocialVisibility visibility) {

	/** Whether it may add media. */
	boolean hasMedia() {
		return this.media != null && !this.media.isEmpty();
	}

	/** The ids of the media after the edit, each once. */
	List<String> mediaOf(SocialPost before) {
		return (this.media != null) ? this.media.stream().distinct().toList() : before.media();
	}

	String textOf(SocialPost before) {
		return SocialPostRequest.requireContent(
				(this.text != null) ? this.text : Objects.requireNonNullElse(before.text(), ""), mediaOf(before));
	}

	SocialVisibility visibilityOf(SocialPost before) {
		return (this.visibility != null) ? this.visibility : before.visibility();
	}

}
