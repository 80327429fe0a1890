package org.parley.forum.vote;

/**
 * A vote and what it led to.
 *
 * @param value the person's own vote
 * @param voteScore votes up minus votes down, this one included
 */
public record VoteView(int value, int voteScore) {
}
