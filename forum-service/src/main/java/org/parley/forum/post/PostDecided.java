package org.parley.forum.post;

/**
 * A moderator has decided about a post. Told within this process, in the transaction that
 * takes the decision in.
 *
 * @param postId the post's id
 * @param upheld whether the moderator found something wrong with it
 */
public record PostDecided(String postId, boolean upheld) {
}
