package org.parley.forum.post.moderation;

/**
 * A moderator has decided on a post. Published within this process, in the transaction
 * that applies the decision.
 *
 * @param upheld whether the moderator found a violation
 */
public record PostDecided(String postId, boolean upheld) {
}
