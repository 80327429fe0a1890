package org.parley.forum.relocation;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.Tag;
import org.parley.forum.text.TagName;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;

/**
 * Requests that replies are split into a new thread, in their present order. The first
 * reply opens it.
 *
 * @param posts the ids of the replies; excludes {@code from}
 * @param from the number of the first reply, for all replies from there on
 * @param title the title of the new thread
 * @param category the slug of its category; by default the category of the source
 */
record SplitRequest(
		@Size(min = 1, max = 200,
				message = "must have 1 to 200 posts") @Nullable List<@NotNull @StorableText(min = 1,
						max = 50) String> posts,
		@Schema(example = "12") @Min(value = 1, message = "must be at least 1") @Nullable Integer from,
		@Schema(example = "Balconies that face north") @NotNull @StorableText(min = 3, max = 200) String title,
		@Schema(example = "garden") @StorableText(min = 1, max = 50) @Nullable String category,
		@Size(max = 5, message = "must have at most 5 tags") @Nullable List<@Tag String> tags) {

	/**
	 * Requires exactly one of {@code posts} and {@code from}.
	 * @throws RefusalException 400
	 */
	void requireChoice() {
		if ((this.posts == null) == (this.from == null)) {
			throw RefusalException.field("from", "split.choice", "requires either from or posts, not both");
		}
	}

	/** Returns the ids without duplicates; empty for all replies from a number on. */
	List<String> distinctPosts() {
		return (this.posts != null) ? this.posts.stream().distinct().toList() : List.of();
	}

	/** Returns the tags without duplicates. */
	List<String> distinctTags() {
		return (this.tags != null) ? TagName.distinct(this.tags) : List.of();
	}

}
