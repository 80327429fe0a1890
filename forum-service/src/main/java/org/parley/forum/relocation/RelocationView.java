package org.parley.forum.relocation;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;

/**
 * How far the merging or splitting of a thread is.
 *
 * @param id of the work
 * @param kind {@code merge} or {@code split}
 * @param state {@code closing}: the thread takes no replies, and waits for those that
 * were begun; {@code moving}: posts go; {@code finishing}: what people keep of the thread
 * follows; {@code done}
 * @param source the id of the thread that posts leave
 * @param target the id of the thread that they go to; a new one is there with its first
 * posts
 * @param moved how many posts have gone
 * @param by the moderator
 * @param startedAt when it was asked for
 * @param finishedAt when it was done; null before
 */
record RelocationView(@Schema(example = "01KAG4M2N3P4Q5R6S7T8V9W0X1") String id,
		@Schema(example = "merge") RelocationKind kind, @Schema(example = "moving") RelocationState state,
		@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String source,
		@Schema(example = "01KAG2Z9Y8X7W6V5T4S3R2Q1P0") String target, @Schema(example = "150") int moved,
		PersonReference by, Instant startedAt, @Nullable Instant finishedAt) {
}
