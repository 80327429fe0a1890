package org.parley.forum.progress;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How far a member has read in a thread of a list.
 *
 * @param number the number of the last read post
 * @param at when the position was saved last
 */
record ThreadPositionView(@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String threadId,
		@Schema(example = "37") int number, Instant at) {
}
