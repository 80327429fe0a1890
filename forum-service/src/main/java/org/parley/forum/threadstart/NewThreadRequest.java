package org.parley.forum.threadstart;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.Tag;
import org.parley.forum.text.TagName;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;

/**
 * Requests a new thread.
 *
 * @param category the slug of its category
 * @param content the content of its opening post in Markdown
 */
public record NewThreadRequest(@NotNull @StorableText(min = 1, max = 50) String category,
		@NotNull @StorableText(min = 3, max = 200) String title,
		@NotNull @VisibleMarkdown(media = true) @StorableText(min = 1, max = 50_000, lines = true) String content,
		@Size(max = 5, message = "must have at most 5 tags") @Nullable List<@Tag String> tags) {

	/** Returns the tags without duplicates. */
	List<String> distinctTags() {
		return (this.tags != null) ? TagName.distinct(this.tags) : List.of();
	}

}
