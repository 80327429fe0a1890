package org.parley.social.post.verdict;

import java.time.Instant;

/**
 * Moderators have decided about a post or comment, whether or not the decision changed
 * it. It is not published to other services.
 *
 * @param contentId the post or comment
 * @param upheld whether the moderator found a violation
 */
public record ContentDecided(String contentId, boolean upheld, Instant decidedAt) {
}
