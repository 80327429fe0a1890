package org.parley.forum.relocation;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.StorableText;
import org.parley.forum.text.Tag;
import org.parley.platform.web.problem.ProblemException;

/**
 * Asks for replies to become a thread of their own, in the order in which they are. The
 * first opens it.
 *
 * @param posts the ids of the replies, or
 * @param from the number of the first, with all that come after it
 * @param title of the new thread
 * @param category the slug of where it shall be; where the replies are when it is left
 * out
 * @param tags words that it is found by
 */
record SplitRequest(
		@Size(min = 1, max = 200,
				message = "has 1 to 200 posts") @Nullable List<@NotNull(message = "is required") @StorableText(min = 1,
						max = 50) String> posts,
		@Schema(example = "12") @Min(value = 1, message = "is at least 1") @Nullable Integer from,
		@Schema(example = "Balconies that face north") @NotNull(message = "is required") @StorableText(min = 3,
				max = 200) String title,
		@Schema(example = "garden") @StorableText(min = 1, max = 50) @Nullable String category,
		@Size(max = 5, message = "has at most 5 tags") @Nullable List<@Tag String> tags) {

	/**
	 * Lets only those pass who say in one way which replies they mean.
	 * @throws ProblemException 400
	 */
	void requireChoice() {
		if ((this.posts == null) == (this.from == null)) {
			throw ProblemException.field("from", "split.choice", "or posts is required, and not both");
		}
	}

	/** The replies, each once; empty when all from a number on are meant. */
	List<String> distinctPosts() {
		return (this.posts != null) ? this.posts.stream().distinct().toList() : List.of();
	}

	/** The tags, each once. */
	List<String> distinctTags() {
		return (this.tags != null) ? this.tags.stream().distinct().toList() : List.of();
	}

}
