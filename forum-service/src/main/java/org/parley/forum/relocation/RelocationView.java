package org.parley.forum.relocation;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;

/**
 * The progress of a merge or a split.
 *
 * @param kind {@code merge} or {@code split}
 * @param state {@code closing}: the source takes no new replies and waits for open ones;
 * {@code moving}: posts are moved; {@code finishing}: bookmarks and other references
 * follow; {@code done}
 * @param source the id of the thread that posts leave
 * @param target the id of the thread that posts enter; a new thread exists once its first
 * posts are moved
 * @param moved the number of moved posts
 * @param by the moderator
 * @param finishedAt when it was completed; null before
 */
record RelocationView(@Schema(example = "01KAG4M2N3P4Q5R6S7T8V9W0X1") String id,
		@Schema(example = "merge") RelocationKind kind, @Schema(example = "moving") RelocationState state,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String source,
		@Schema(example = "01KAG2Z9Y8X7W6V5T4S3R2Q1P0") String target, @Schema(example = "150") int moved,
		PersonReference by, Instant startedAt, @Nullable Instant finishedAt) {
}
