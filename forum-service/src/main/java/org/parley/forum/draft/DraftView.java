package org.parley.forum.draft;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its author sees it.
 *
 * @param threadId for a reply: the id of the thread
 * @param replyTo for a reply: the id of the post that it answers
 * @param category for a new thread: the slug of its category
 * @param title for a new thread: its title
 * @param content the unfinished text, as Markdown
 * @param tags for a new thread: its tags
 * @param updatedAt the time of the last save
 * @param version increases with every change
 */
record DraftView(@Schema(example = "01KAG3Z0H2J4K6M8N0P2Q4R017") String id,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") @Nullable String threadId,
		@Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") @Nullable String replyTo, @Nullable String category,
		@Nullable String title, @Schema(example = "Mine did well in") String content, List<String> tags,
		Instant createdAt, Instant updatedAt, long version) {
}
