package org.parley.forum.progress;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member's read position in a thread.
 *
 * @param number the number of the last read post; 0 if the member has read none
 * @param unread the number of later posts by others, at most 1000
 * @param firstUnread the number of the first of these posts; null if there is none
 * @param at when the position was saved last; null if it never was
 */
record ReadPositionView(@Schema(example = "37") int number, @Schema(example = "12") int unread,
		@Schema(example = "38") @Nullable Integer firstUnread, @Nullable Instant at) {
}
