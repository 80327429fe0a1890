package org.parley.forum.statistics;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The size of the forum at a point in time, including hidden and removed content. Counts
 * of an earlier version lack the nullable figures.
 *
 * @param at the time of the count
 * @param users the number of members
 * @param activeUsers the number of members who posted in the 30 days before
 * @param posts the number of posts, including opening posts
 * @param votes the number of votes on threads and posts, including withdrawn ones
 * @param reports the number of reports of posts, including closed ones
 * @param verdicts the number of posts in which checks or moderators found something,
 * including those that were cleared
 * @param queueDepth the number of events that waited for workers of all services; null if
 * the broker did not answer
 * @param mails the number of mails that were sent in the 30 days before; null until
 * notification-service has counted them
 */
@Document("statistics")
record ForumCount(@Id Instant at, @Schema(example = "1204") long users, @Schema(example = "310") long activeUsers,
		@Schema(example = "5120") long threads, @Schema(example = "68014") long posts,
		@Schema(example = "120551") long votes, @Schema(example = "84") @Nullable Long reports,
		@Schema(example = "37") @Nullable Long verdicts, @Schema(example = "0") @Nullable Long queueDepth,
		@Schema(example = "9450") @Nullable Long mails) {
}
