package org.parley.forum.statistics;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The size of the forum at a point in time, including hidden and removed content.
 *
 * @param at the time of the count
 * @param users the number of members
 * @param activeUsers the number of members who posted in the 30 days before
 * @param posts the number of posts, including opening posts
 * @param votes the number of votes on threads and posts, including withdrawn ones
 */
@Document("statistics")
record ForumCount(@Id Instant at, @Schema(example = "1204") long users, @Schema(example = "310") long activeUsers,
		@Schema(example = "5120") long threads, @Schema(example = "68014") long posts,
		@Schema(example = "120551") long votes) {
}
