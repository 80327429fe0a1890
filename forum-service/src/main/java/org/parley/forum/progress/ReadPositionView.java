package org.parley.forum.progress;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has read in a thread.
 *
 * @param number of the last post that they have read; 0 when they were never here
 * @param unread how many posts of others there are after it, 1000 at most
 * @param firstUnread the number of the first of them; null when there is none
 * @param at when they were here last; null when they never were
 */
record ReadPositionView(@Schema(example = "37") int number, @Schema(example = "12") int unread,
		@Schema(example = "38") @Nullable Integer firstUnread, @Nullable Instant at) {
}
