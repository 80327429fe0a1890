package org.parley.social.feed.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Writing one post to all followers of its author, or removing it from all feeds, in
 * progress. A crash repeats at most one page, which changes nothing.
 *
 * @param id the id of the post
 * @param removal whether the post is removed from feeds
 * @param after the last follower who has it; null at the start
 * @param dueAt when the next page is due
 * @param tries the number of failures of the next page
 */
@Document("feed_rounds")
@CompoundIndex(def = "{'dueAt': 1}")
public record FeedRound(@Id String id, String authorId, boolean removal, @Nullable String after, Instant dueAt,
		int tries) {
}
