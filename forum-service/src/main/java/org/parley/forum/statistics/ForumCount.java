package org.parley.forum.statistics;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How much there was at a time. What is hidden or removed is still there, and counts.
 *
 * @param at when it was counted
 * @param users people that the forum knows
 * @param activeUsers people who have posted in the 30 days before
 * @param threads that there are
 * @param posts that there are, with those that open threads
 * @param votes on threads and posts, with those taken back
 */
@Document("statistics")
record ForumCount(@Id Instant at, @Schema(example = "1204") long users, @Schema(example = "310") long activeUsers,
		@Schema(example = "5120") long threads, @Schema(example = "68014") long posts,
		@Schema(example = "120551") long votes) {
}
