package org.parley.forum.draft;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.text.Tag;
import org.parley.platform.text.StorableText;

/**
 * The content of a draft: a reply if it names a thread, otherwise a new thread.
 *
 * @param threadId for a reply: the id of the thread
 * @param replyTo for a reply: the id of the post that it answers
 * @param category for a new thread: the slug of its category
 * @param title for a new thread: its title
 * @param content the unfinished text, as Markdown
 * @param tags for a new thread: its tags
 */
record DraftRequest(
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") @StorableText(min = 1, max = 50) @Nullable String threadId,
		@Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") @StorableText(min = 1, max = 50) @Nullable String replyTo,
		@StorableText(max = 50) @Nullable String category,
		@StorableText(max = 200, directions = true) @Nullable String title,
		@Schema(example = "Mine did well in") @NotNull @StorableText(max = 50_000, lines = true) String content,
		@Size(max = 5, message = "must have at most 5 tags") @Nullable List<@Tag String> tags) {

	@AssertTrue(message = "is allowed only for new threads")
	boolean isCategoryOfNewThread() {
		return this.threadId == null || this.category == null;
	}

	@AssertTrue(message = "is allowed only for new threads")
	boolean isTitleOfNewThread() {
		return this.threadId == null || this.title == null;
	}

	@AssertTrue(message = "are allowed only for new threads")
	boolean isTagsOfNewThread() {
		return this.threadId == null || this.tags == null || this.tags.isEmpty();
	}

}
