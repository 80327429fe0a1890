package org.parley.forum.vote;

/**
 * A vote and the resulting score.
 *
 * @param value the member's vote
 * @param voteScore votes up minus votes down, this vote included
 */
public record VoteView(int value, int voteScore) {
}
